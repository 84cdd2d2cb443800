package text

// Reading is how a number of won is read in Korean, as banks write it beside an
// amount: "1백 23만 4천" for 1,234,000. It is "" for 0 and below.
func Reading(won int64) string { panic("todo") }
