package tape

import (
	"fmt"
	"strings"

	"smartbank/ui/headless"
)

// Match checks that the screen is the one in a file, which stands beside the tape.
type Match struct {
	Pos
	// Path is the file's name.
	Path string
	// Screen is what is in it; Missing tells that there was no such file when the
	// tape was read.
	Screen  string
	Missing bool
}

// String is "Expect "name.txt"".
func (c Match) String() string { return "Expect " + quoted(c.Path) }

// parseMatch reads "name.txt" behind Expect.
func parseMatch(p *parser) Command {
	name, ok := p.path("Expect", "a /pattern/ or a .txt file", map[string]bool{".txt": true})
	if !ok {
		return nil
	}
	c := Match{Pos: p.pos(p.at), Path: name, Missing: true}
	if p.folder != nil {
		if text, err := open(p.folder, name); err == nil {
			c.Screen, c.Missing = string(text), false
		}
	}
	return c
}

func (c Match) play(p *player) error {
	if err := p.running(c); err != nil {
		return err
	}
	screen := p.driver.Frame().Text()
	switch {
	case screen == c.Screen && !c.Missing:
		return nil
	case p.Update != nil:
		if err := p.Update.WriteFile(c.Path, []byte(screen)); err != nil {
			return &FileError{c.At(), c.Path, err}
		}
		return nil
	case c.Missing:
		return p.unmet(c, "there is no such file beside the tape")
	}
	err := p.unmet(c, "the screen is another one")
	err.Wanted = c.Screen
	return err
}

// beside shows the wanted and the actual screen side by side. Under each line
// that differs, the cells that do are marked.
func beside(b *strings.Builder, wanted, actual string, width int) {
	left, right := strings.Split(strings.TrimSuffix(wanted, "\n"), "\n"), strings.Split(strings.TrimSuffix(actual, "\n"), "\n")
	for _, line := range left {
		width = max(width, headless.Width(line))
	}
	edge := strings.Repeat("─", width)
	fmt.Fprintf(b, " %s   actual\n┌%s┐ ┌%s┐\n", padded("wanted", width), edge, edge)
	for y := range max(len(left), len(right)) {
		l, r := at(left, y), at(right, y)
		fmt.Fprintf(b, "│%s│ │%s│\n", padded(l, width), padded(r, width))
		if l != r {
			marks := differing(l, r)
			fmt.Fprintf(b, " %s   %s\n", padded(marks, width), marks)
		}
	}
	fmt.Fprintf(b, "└%s┘ └%s┘", edge, edge)
}

// at is one of some texts, "" behind the last one.
func at(texts []string, i int) string {
	if i < len(texts) {
		return texts[i]
	}
	return ""
}

// padded is a line with blanks up to a width in cells.
func padded(line string, width int) string {
	return line + strings.Repeat(" ", max(width-headless.Width(line), 0))
}

// differing has a ^ under each cell in which two lines differ.
func differing(a, b string) string {
	left, right := headless.Cells(a), headless.Cells(b)
	var marks strings.Builder
	for x := range max(len(left), len(right)) {
		mark := "^"
		if x < len(left) && x < len(right) && left[x] == right[x] {
			mark = " "
		}
		marks.WriteString(mark)
	}
	return strings.TrimRight(marks.String(), " ")
}
