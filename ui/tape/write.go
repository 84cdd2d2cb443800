package tape

import (
	"fmt"
	"strings"
	"time"
)

// quoted writes text so that it reads as one string or, where it holds all three
// quotes, as several with one space between them.
func quoted(text string) string {
	for _, quote := range []string{`"`, `'`, "`"} {
		if !strings.Contains(text, quote) {
			return quote + text + quote
		}
	}
	var parts []string
	for part := range strings.SplitSeq(text, " ") {
		parts = append(parts, quoted(part))
	}
	return strings.Join(parts, " ")
}

// duration writes a time in whole seconds or in milliseconds.
func duration(d time.Duration) string {
	if d%time.Second == 0 {
		return fmt.Sprintf("%ds", d/time.Second)
	}
	ms, ns := d/time.Millisecond, d%time.Millisecond
	if ns == 0 {
		return fmt.Sprintf("%dms", ms)
	}
	return fmt.Sprintf("%d.%sms", ms, strings.TrimRight(fmt.Sprintf("%06d", ns), "0"))
}

// pattern writes a regular expression.
func pattern(re string) string { return "/" + re + "/" }
