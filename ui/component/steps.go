package component

// Steps draws how far an order is: "● From ● To ○ Check". Current counts from 0.
// In less room than that takes it is "2 of 6 · To".
func Steps(l Look, names []string, current, w int) string { panic("todo") }
