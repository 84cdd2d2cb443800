package text

// Command holds the words of this area.
type Command struct{}

var commandEN = Command{}

var commandKO = Command{}
