package component

import (
	"fmt"
	"strings"
	"time"

	"smartbank/ui/theme"
)

// bigDigits are the digits in blocks, three cells wide and five lines high.
var bigDigits = [10][5]string{
	{"###", "# #", "# #", "# #", "###"},
	{" # ", "## ", " # ", " # ", "###"},
	{"###", "  #", "###", "#  ", "###"},
	{"###", "  #", " ##", "  #", "###"},
	{"# #", "# #", "###", "  #", "  #"},
	{"###", "#  ", "###", "  #", "###"},
	{"###", "#  ", "###", "# #", "###"},
	{"###", "  #", "  #", "  #", "  #"},
	{"###", "# #", "###", "# #", "###"},
	{"###", "# #", "###", "  #", "###"},
}

// groupGap is how many cells stand between two groups of big digits.
const groupGap = 2

// BigDigits draws digits in groups so large that they can be read across a desk. It is
// nil where they do not fit into w cells, and where the page is heard: they stand in a line too.
func BigDigits(l Look, digits []byte, group, w int) []string {
	if l.Heard() {
		return nil
	}
	lines := make([]string, len(bigDigits[0]))
	for i, digit := range digits {
		gap := 1
		switch {
		case i == 0:
			gap = 0
		case i%group == 0:
			gap = groupGap
		}
		for y := range lines {
			lines[y] += spaces(gap) + bigDigits[digit-'0'][y]
		}
	}
	if len(lines[0]) > w {
		return nil
	}
	for y, line := range lines {
		if l.Theme.Glyphs.Rule != theme.ASCII.Rule {
			line = strings.ReplaceAll(line, "#", "█")
		}
		lines[y] = l.Theme.Strong.Render(line)
	}
	return lines
}

// Grouped are digits in groups with a space between them: 4812 9033 7715.
func Grouped(digits []byte, group int) string {
	var b strings.Builder
	for i, digit := range digits {
		if i > 0 && i%group == 0 {
			b.WriteByte(' ')
		}
		b.WriteByte(digit)
	}
	return b.String()
}

// TimeLeft draws how much of a time is left, as minutes and seconds and as a bar
// of at most w cells together; less than nothing is nothing.
func TimeLeft(l Look, left, whole time.Duration, w int) string {
	left = min(max(left, 0), whole)
	seconds := int((left + time.Second - 1) / time.Second)
	if l.Heard() {
		return l.Script.Sign(Countdown{Words: l.Text.Plain.Left(left), Seconds: seconds})
	}
	style := l.Theme.Good
	if left*6 <= whole {
		style = l.Theme.Warn
	}
	words := l.Theme.Glyphs.Clock + " " + fmt.Sprintf("%d:%02d", seconds/60, seconds%60)
	bar := min(w-Cells(words)-1, 20)
	if bar < 5 || whole <= 0 {
		return Cut(style.Render(words), w)
	}
	full, empty := "█", "░"
	if l.Theme.Glyphs.Rule == theme.ASCII.Rule {
		full, empty = "#", "."
	}
	part := int((time.Duration(bar)*left + whole - 1) / whole)
	return style.Render(words+" "+strings.Repeat(full, part)) + l.Theme.Muted.Render(strings.Repeat(empty, bar-part))
}
