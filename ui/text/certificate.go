package text

// Certificate holds the words of this area.
type Certificate struct{}

var certificateEN = Certificate{}

var certificateKO = Certificate{}
