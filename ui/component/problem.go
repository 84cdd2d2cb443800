package component

import "smartbank/ui/text"

// Problem draws what is wrong and what to do, wrapped to w cells; nil for the
// zero Message.
func Problem(l Look, m text.Message, w int) []string { panic("todo") }
