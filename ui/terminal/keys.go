package terminal

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"
)

// finals are the last letters of the keys that xterm sends as "CSI letter" (Xterm
// Control Sequences, PC-Style Function Keys), numbers the numbers of those that it sends as "CSI number ~".
var (
	finals = map[rune]string{
		tea.KeyUp: "A", tea.KeyDown: "B", tea.KeyRight: "C", tea.KeyLeft: "D", tea.KeyHome: "H", tea.KeyEnd: "F",
		tea.KeyF1: "P", tea.KeyF2: "Q", tea.KeyF3: "R", tea.KeyF4: "S",
	}
	numbers = map[rune]int{
		tea.KeyInsert: 2, tea.KeyDelete: 3, tea.KeyPgUp: 5, tea.KeyPgDown: 6,
		tea.KeyF5: 15, tea.KeyF6: 17, tea.KeyF7: 18, tea.KeyF8: 19, tea.KeyF9: 20, tea.KeyF10: 21, tea.KeyF11: 23, tea.KeyF12: 24,
	}
)

// encode is what xterm sends for a key.
func encode(key tea.KeyPressMsg) string {
	if key.Text != "" {
		return key.Text
	}
	mods := 1
	for i, mod := range [...]tea.KeyMod{tea.ModShift, tea.ModAlt, tea.ModCtrl} {
		if key.Mod&mod != 0 {
			mods += 1 << i
		}
	}
	final, cursor := finals[key.Code]
	number, numbered := numbers[key.Code]
	switch {
	case cursor && mods > 1:
		return fmt.Sprintf("\x1b[1;%d%s", mods, final)
	case cursor && strings.Contains("PQRS", final): //nolint:gocritic // one of these letters
		return "\x1bO" + final
	case cursor:
		return "\x1b[" + final
	case numbered && mods > 1:
		return fmt.Sprintf("\x1b[%d;%d~", number, mods)
	case numbered:
		return fmt.Sprintf("\x1b[%d~", number)
	case mods == 1:
		return string(key.Code)
	case key.Code == tea.KeyTab && key.Mod == tea.ModShift:
		return "\x1b[Z"
	case key.Mod == tea.ModCtrl && key.Code == tea.KeySpace:
		return "\x00"
	case key.Mod == tea.ModCtrl && (key.Code >= 'a' && key.Code <= 'z' || key.Code > '[' && key.Code <= '_'):
		return string(key.Code & 0x1f)
	default: // as modifyOtherKeys has them
		return fmt.Sprintf("\x1b[27;%d;%d~", mods, key.Code)
	}
}
