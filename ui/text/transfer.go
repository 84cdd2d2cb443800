package text

// Transfer holds the words of this area.
type Transfer struct{}

var transferEN = Transfer{}

var transferKO = Transfer{}
