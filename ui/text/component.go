package text

// Component holds the words of this area.
type Component struct{}

var componentEN = Component{}

var componentKO = Component{}
