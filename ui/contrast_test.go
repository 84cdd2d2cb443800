package ui_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"smartbank/ui/theme"
)

// pair is a colour of text and the one that it stands on; "" is the terminal's.
type pair struct{ text, ground string }

// painted is a part of a line of a golden screen that is drawn in one style.
type painted struct {
	pair

	bold  bool
	words string
}

// drawnRun is what a golden screen says of a run: "11-24 bold #ffffff on #6b1a1f".
var drawnRun = regexp.MustCompile(`(\d+)-(\d+)((?: [a-z]+)*?)(?: (#[0-9a-f]{6}))?(?: on (#[0-9a-f]{6}))?(?:,|$)`)

// drawnLine is a line of a golden screen that tells the runs of a line, by its number.
var drawnLine = regexp.MustCompile(`^ *(\d+): (\d+-\d+ .*)$`)

// runsOf are the runs of a golden screen; none of a file that is another text.
func runsOf(screen string) []painted {
	var runs []painted
	lines := strings.Split(screen, "\n")
	for _, line := range lines {
		at := drawnLine.FindStringSubmatch(line)
		if at == nil {
			continue
		}
		y, _ := strconv.Atoi(at[1])
		if y+1 >= len(lines) {
			return nil
		}
		for _, r := range drawnRun.FindAllStringSubmatch(at[2], -1) {
			from, _ := strconv.Atoi(r[1])
			to, _ := strconv.Atoi(r[2])
			runs = append(runs, painted{pair{r[4], r[5]}, strings.Contains(r[3], "bold"), ansi.Cut(lines[y+1], from, to+1)})
		}
	}
	return runs
}

// TestEveryColourThatIsDrawnIsInTheTable looks which text stands on which background in every golden screen there is: what the table of the themes
// has, whose contrast is tested there, or a QR code. Colours of money and rates are never alone: a sign says the same.
func TestEveryColourThatIsDrawnIsInTheTable(t *testing.T) {
	t.Parallel()
	table := map[pair]bool{{"#ffffff", "#000000"}: true} // a QR code
	signs := map[string]string{}                         // by the colour
	for _, name := range []string{theme.Light, theme.Dark} {
		for _, s := range theme.Palette(name) {
			table[pair{s.Fg, s.Bg}] = true
			switch s.Name {
			case "In":
				signs[s.Fg] = "+▼"
			case "Out":
				signs[s.Fg] = "−▲"
			}
		}
	}
	drawn := map[pair]bool{}
	err := filepath.WalkDir(".", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || filepath.Ext(path) != ".golden" {
			return err
		}
		data, err := os.ReadFile(path)
		for _, r := range runsOf(string(data)) {
			if r.pair == (pair{}) {
				continue // weight alone
			}
			drawn[r.pair] = true
			if !table[r.pair] {
				t.Errorf("%s: %q is drawn in %q on %q, which the themes do not have", path, r.words, r.text, r.ground)
			}
			dialog := strings.Contains(string(data), "╭")                                                       // which covers signs
			if sign := signs[r.text]; sign != "" && !r.bold && !dialog && !strings.ContainsAny(r.words, sign) { // what is wrong is bold, and in words
				t.Errorf("%s: that %q is drawn in %s is told by no sign", path, r.words, r.text)
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("%d pairs of text and background are drawn, of %d in the table", len(drawn), len(table))
	if len(drawn) < 15 {
		t.Errorf("only %d pairs were found: the golden screens are read wrongly", len(drawn))
	}
}
