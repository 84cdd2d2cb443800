//go:build unix

package ui_test

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"smartbank/bank/demo"
	"smartbank/ui/tape"
)

// screenLines is how many lines a screen has in an Output file: the window's, and
// the rule that VHS writes below them.
const screenLines = 24 + 1

// TestTapesOnATerminal plays tapes twice, key by key: as a tape, and in the built
// program on a pseudo-terminal, in real time. After every command both show the same screen. (All tapes, with their clock,
// are played by TestEveryTapeIsTheSameOnATerminal; the tour shows where this terminal's settings file is.)
func TestTapesOnATerminal(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"first-transfer", "readme"} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			playBoth(t, "../testdata/tapes/"+name+".tape")
		})
	}
}

// playBoth plays a tape both ways.
func playBoth(t *testing.T, file string) {
	t.Helper()
	dir := t.TempDir()
	source, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	recorded := []byte("Output screens.txt\n" + oneByOne(string(source)))
	if err := os.WriteFile(filepath.Join(dir, "recorded.tape"), recorded, 0o600); err != nil {
		t.Fatal(err)
	}
	if exit, _, problem := run(dir, "", nil, "play", "recorded.tape"); exit != 0 {
		t.Fatalf("the tape is exit %d: %s", exit, problem)
	}
	screens, err := os.ReadFile(filepath.Join(dir, "screens.txt"))
	if err != nil {
		t.Fatal(err)
	}
	read, err := tape.Parse("recorded.tape", recorded, nil)
	if err != nil {
		t.Fatal(err)
	}
	var wanted []string
	for lines := range slices.Chunk(strings.SplitAfter(strings.TrimSuffix(string(screens), "\n"), "\n"), screenLines) {
		wanted = append(wanted, strings.Join(lines[:screenLines-1], ""))
	}
	commands := slices.DeleteFunc(read.Commands, setsUp)
	if len(wanted) != len(commands) {
		t.Fatalf("the tape has %d screens for %d commands", len(wanted), len(commands))
	}
	_, card, _ := run(dir, "", map[string]string{"SMARTBANK_DATA": start(t, nil, "version").Data}, "card")
	s := start(t, nil, "--keyring", "memory")
	s.shows("All Menus")
	waited := false
	for i, c := range commands {
		keys := keysOf(t, c, challenged(s, card))
		if keys != "" && waited {
			// As a tape does after a Wait: what appeared by itself takes no key for
			// 400 ms, so that none meant for the screen before confirms anything.
			time.Sleep(450 * time.Millisecond)
		}
		_, waits := c.(tape.Wait)
		waited = waits || waited && keys == ""
		s.types(keys)
		want := lasting(wanted[i])
		s.until(c.String()+" to end as in the tape:\n"+wanted[i], func(screen string) bool { return lasting(screen) == want })
	}
}

// oneByOne is a tape whose every key is a command of its own.
func oneByOne(source string) string {
	return regexp.MustCompile(`(?m)^(\w+) (\d+)$`).ReplaceAllStringFunc(source, func(line string) string {
		key, times, _ := strings.Cut(line, " ")
		n, err := strconv.Atoi(times)
		if err != nil || key == "Sleep" {
			return line
		}
		return strings.TrimSuffix(strings.Repeat(key+"\n", n), "\n")
	})
}

// setsUp reports whether a command comes before the screen does.
func setsUp(c tape.Command) bool {
	first, _, _ := strings.Cut(c.String(), " ")
	return first == "Set" || first == "Output"
}

// passing is what differs between a tape and a terminal: times, because only one
// of them waits, and what is chance: the cells the card is asked for, the numbers of an order, of a certificate and of its approval.
var passing = regexp.MustCompile(`\d{1,2}:\d{2}(:\d{2})?|cell \d{2}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|\d{12,}`)

// lasting is a screen without it.
func lasting(screen string) string {
	screen = passing.ReplaceAllString(screen, "#")
	return strings.TrimRight(regexp.MustCompile(` +`).ReplaceAllString(screen, " "), " \n")
}

// challenged are the digits that the security card has where the screen asks for
// them, "" if it does not.
func challenged(s *terminal, card string) string {
	screen, _, _ := s.screen()
	asked := regexp.MustCompile(`first two digits of cell (\d\d), last two of cell (\d\d)`).FindStringSubmatch(screen)
	if asked == nil {
		return ""
	}
	cell := func(number string) string {
		return regexp.MustCompile(`\b` + number + ` (\d{4})`).FindStringSubmatch(card)[1]
	}
	return cell(asked[1])[:2] + cell(asked[2])[2:]
}

// ofCard is what a tape types of a security card.
var ofCard = regexp.MustCompile(`^\d{4}$`)

// keysOf are the bytes that a command of a tape types, with digits in place of the
// ones the tape would give to a card.
func keysOf(t *testing.T, c tape.Command, digits string) string {
	t.Helper()
	switch c := c.(type) {
	case tape.Type:
		if digits != "" && ofCard.MatchString(c.Text) && c.Text != demo.PIN {
			return digits
		}
		return c.Text
	case tape.Press:
		key, known := map[string]string{
			"Enter": "\r", "Escape": "\x1b", "Tab": "\t", "F2": "\x1bOQ", "F10": "\x1b[21~",
			"Up": "\x1b[A", "Down": "\x1b[B", "Right": "\x1b[C", "Left": "\x1b[D",
		}[strings.Join(append(c.Mods, c.Keys...), "+")]
		if !known || c.Count != 1 {
			t.Fatalf("%s: this test knows no bytes for it", c)
		}
		return key
	case tape.Wait, tape.Expect, tape.Sleep, tape.Screenshot:
		return ""
	}
	t.Fatalf("%s: this test does not know it", c)
	return ""
}
