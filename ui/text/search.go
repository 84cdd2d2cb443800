package text

// Search holds the words of this area.
type Search struct{}

var searchEN = Search{}

var searchKO = Search{}
