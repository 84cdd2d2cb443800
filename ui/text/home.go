package text

// Home holds the words of this area.
type Home struct{}

var homeEN = Home{}

var homeKO = Home{}
