package command

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf16"

	"github.com/charmbracelet/x/ansi"
	"golang.org/x/text/unicode/norm"
)

// column is a column of a table: its heading, and whether it is right-aligned, as
// amounts are.
type column struct {
	heading string
	right   bool
}

// writeTable writes rows under headings, two cells apart. Widths are cells: a
// Hangul syllable takes two.
func writeTable(to io.Writer, columns []column, rows [][]string) error {
	widths := make([]int, len(columns))
	headings := make([]string, len(columns))
	for i, c := range columns {
		headings[i] = c.heading
	}
	lines := append([][]string{headings}, rows...)
	for _, line := range lines {
		for i, cell := range line {
			line[i] = clean(cell)
			widths[i] = max(widths[i], ansi.StringWidth(line[i]))
		}
	}
	var out strings.Builder
	for _, line := range lines {
		var row strings.Builder
		for i, cell := range line {
			pad := strings.Repeat(" ", widths[i]-ansi.StringWidth(cell))
			if columns[i].right {
				row.WriteString(pad + cell + "  ")
			} else {
				row.WriteString(cell + pad + "  ")
			}
		}
		out.WriteString(strings.TrimRight(row.String(), " ") + "\n")
	}
	_, err := io.WriteString(to, out.String())
	return err
}

// writeCSV writes records as RFC 4180 has them, with the line ends of Unix.
func writeCSV(to io.Writer, header []string, rows [][]string) error {
	w := csv.NewWriter(to)
	for _, row := range append([][]string{header}, rows...) {
		for i, cell := range row {
			row[i] = clean(cell)
		}
		if err := w.Write(row); err != nil {
			return err
		}
	}
	w.Flush()
	return w.Error()
}

// writeJSON writes one value, indented. What clean would remove is escaped, so that nothing is lost and nothing of it
// reaches a terminal.
func writeJSON(to io.Writer, value any) error {
	var out bytes.Buffer
	e := json.NewEncoder(&out)
	e.SetIndent("", "  ")
	e.SetEscapeHTML(false)
	if err := e.Encode(value); err != nil {
		return err
	}
	var safe strings.Builder
	for _, r := range out.String() {
		if r < unicode.MaxASCII && r != 0x7f || !unicode.Is(unicode.C, r) {
			safe.WriteRune(r)
			continue
		}
		for _, unit := range utf16.Encode([]rune{r}) {
			fmt.Fprintf(&safe, "\\u%04x", unit)
		}
	}
	_, err := io.WriteString(to, safe.String())
	return err
}

// clean removes what text from outside must not bring to a terminal: control
// characters, and the invisible ones that turn the direction of writing round. Lines stay one line.
func clean(s string) string {
	return norm.NFC.String(strings.Map(func(r rune) rune {
		if unicode.Is(unicode.C, r) && r != '\u200d' && r != '\u200c' {
			return -1
		}
		return r
	}, s))
}
