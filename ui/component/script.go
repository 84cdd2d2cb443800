package component

import (
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// Script is what a page says to who hears it instead of seeing it. Where a [Look] has one, components draw
// plain sentences, one a line, and for what can be answered a sign: one rune that stands for a [Spoken] of the script.
// So what is heard is in the order of what is seen, whatever a screen draws around it. Its zero value is empty.
type Script struct{ parts []Spoken }

// Spoken is a part of a page as it is heard: [Line], [Asked], [Listed], [Answers] or [Countdown].
type Spoken interface{ spoken() }

// Line is a sentence.
type Line string

// Asked is an input.
type Asked struct {
	Name    string // of its field in a form; "" outside of one
	Label   string
	Value   string // as it is shown; "" for nothing, and for a secret
	Raw     string // the value as it would be typed; "" for a secret and for a choice
	Shape   string // what is typed: "8 digits", a currency; "" for any text
	Takes   string // of what it takes nothing else, where that is not the Shape
	Hint    string // what an empty one means
	Opens   bool   // it takes nothing: Enter opens what its value tells of
	Secret  bool
	Typed   int  // characters of it so far
	Focused bool // what is typed goes there
	At, Of  int  // its place among the fields of a form, from 1; 0 outside of one

	Options []string // of a choice, of which one is Chosen; nil of others
	Chosen  int
	None    bool                     // the first option is none, and says that nothing is chosen yet
	Find    func(typed string) []int // the options that what is typed may mean, the best first; nil without options
	Opened  bool                     // the options stand under it: Down leads through them, and not Right

	Notes   []string // what stands under it
	Problem []string // what is wrong with it
}

// Listed is rows of which one is chosen, by Up and Down.
type Listed struct {
	Rows   []string
	Chosen int
	Total  int  // rows there are in all; 0 if not known
	More   bool // there are rows that are not loaded yet
	Direct bool // a digit takes the row of that number, from 1
}

// Answers are the buttons of a dialog.
type Answers struct {
	Labels []string
	Chosen int
}

// Countdown is a time that runs out.
type Countdown struct {
	Words   string // as it is drawn
	Seconds int    // left
}

func (Line) spoken()      {}
func (Asked) spoken()     {}
func (Listed) spoken()    {}
func (Answers) spoken()   {}
func (Countdown) spoken() {}

// firstSign is the sign of a script's first part: the beginning of a private-use plane (Unicode 16, section 23.5),
// of which [Clean] lets nothing through.
const firstSign = 0xF0000

// Sign adds a part and returns its sign.
func (s *Script) Sign(p Spoken) string {
	s.parts = append(s.parts, p)
	return string(rune(firstSign + len(s.parts) - 1)) //nolint:gosec // a page has hundreds at most
}

// Read returns what a page drawn with the script says, in its order. Empty lines and lines of drawing alone are
// left out. Words before an input in its line are its label.
func (s *Script) Read(page string) []Spoken {
	var list []Spoken
	for line := range strings.SplitSeq(ansi.Strip(page), "\n") {
		words := &strings.Builder{}
		for _, r := range line {
			part := int(r) - firstSign
			if part < 0 || part >= len(s.parts) {
				words.WriteRune(r)
				continue
			}
			is := s.parts[part]
			before := words.String()
			if asked, ok := is.(Asked); ok && asked.Label == "" {
				before, asked.Label = lastColumn(before)
				is = asked
			}
			list = appendLine(list, before)
			words.Reset()
			list = append(list, is)
		}
		list = appendLine(list, words.String())
	}
	return list
}

// lastColumn parts the last column of a line from those before it.
func lastColumn(line string) (before, last string) {
	line = strings.TrimRight(line, " ")
	gap := strings.LastIndex(line, "  ")
	return line[:max(gap, 0)], sentence(line[max(gap, 0):])
}

// appendLine adds a sentence, if there is one.
func appendLine(list []Spoken, words string) []Spoken {
	if words = sentence(words); words != "" {
		return append(list, Line(words))
	}
	return list
}

// sentence is a drawn line as it is said: columns are parted by commas, and what is drawn and not written is left out.
func sentence(line string) string {
	line = strings.Map(func(r rune) rune {
		if r >= '─' && r <= '◿' || r >= 0x2800 && r <= 0x28ff { // boxes, blocks, geometric shapes; Braille patterns
			return ' '
		}
		return r
	}, line)
	var b strings.Builder
	for column := range strings.SplitSeq(line, "  ") {
		column = strings.TrimSpace(column)
		if len(column) > 1 && (column[:2] == "? " || column[:2] == "! ") { // a sign for those who see it
			column = strings.TrimSpace(column[2:])
		}
		if column == "" {
			continue
		}
		switch before := b.String(); {
		case before == "":
		case strings.HasSuffix(before, ":") || strings.HasSuffix(before, ",") || strings.HasPrefix(column, ",") || strings.HasPrefix(column, "("):
			b.WriteByte(' ')
		default:
			b.WriteString(", ")
		}
		b.WriteString(column)
	}
	return strings.TrimLeft(strings.ReplaceAll(b.String(), " ,", ","), ", ")
}

// Heard reports whether the page is heard instead of seen.
func (l Look) Heard() bool { return l.Script != nil }

// HeardWidth is the width of a page that is heard: more than any line takes.
const HeardWidth = 1000

// Readable is how wide text is in w cells: at most widest, as longer lines are tiring to read. Lines that are heard are
// not broken.
func Readable(w, widest int) int {
	if w >= HeardWidth {
		return w
	}
	return min(w, widest)
}

// Picked is the word that is chosen among others in a line.
func Picked(l Look, word string) string {
	if l.Heard() {
		return l.Text.Plain.Picked(word)
	}
	return "[" + word + "]"
}

// SpeakRows is rows of a list for a page that is heard: each cell after its column's title, empty cells left out. It is the
// sign of a [Listed]; "" where the page is seen.
func SpeakRows(l Look, titles []string, rows [][]string, chosen int) string {
	if !l.Heard() {
		return ""
	}
	list := Listed{Chosen: chosen, Total: len(rows)}
	for _, row := range rows {
		list.Rows = append(list.Rows, speakRow(titles, row))
	}
	return l.Script.Sign(list)
}

// speakRow is one row: "Date 2026-11-05, Amount 50,000".
func speakRow(titles, row []string) string {
	var cells []string
	for i, cell := range row {
		if cell = sentence(ansi.Strip(cell)); cell == "" {
			continue
		}
		if i < len(titles) && titles[i] != "" {
			cell = sentence(titles[i]) + " " + cell
		}
		cells = append(cells, cell)
	}
	return strings.Join(cells, ", ")
}

// labelled is a value after what it is.
func labelled(label, value string) string {
	switch {
	case label == "":
		return value
	case value == "":
		return label
	}
	return label + ": " + value
}
