package text

// Login holds the words of this area.
type Login struct{}

var loginEN = Login{}

var loginKO = Login{}
