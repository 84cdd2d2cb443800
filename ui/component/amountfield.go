package component

import (
	"bytes"
	"strings"

	tea "charm.land/bubbletea/v2"
	"golang.org/x/text/unicode/norm"

	"smartbank/bank/money"
	"smartbank/ui/text"
)

const (
	// amountDigits is the most digits before the decimal point: with any
	// currency's decimals such an amount is an int64.
	amountDigits = 15
	// amountCells is the width of the field: amountDigits, their commas and the cursor.
	amountCells = amountDigits + 4 + 1
)

// quick is what letters add, in won; the Hangul is on the same keys.
var quick = map[string]int64{
	"q": 10_000, "w": 50_000, "e": 100_000, "t": 1_000_000,
	"ㅂ": 10_000, "ㅈ": 50_000, "ㄷ": 100_000, "ㅅ": 1_000_000,
}

// Amount takes an amount of one currency. Digits are grouped while they are
// typed, won are read aloud in Korean beside the field, and letters are quick
// keys: q adds 10,000 won, w 50,000, e 100,000, t 1,000,000, and a is all there
// is.
type Amount struct {
	editor[byte] // digits, and at most one decimal point
	strip

	currency money.Currency
	all      money.Amount
}

// NewAmount returns a field for amounts of c. Quick keys that add are for won.
func NewAmount(c money.Currency) *Amount {
	return &Amount{editor: newEditor[byte](amountDigits + 4), currency: c}
}

// Value is the amount typed: money.ErrSyntax if there is none yet,
// money.ErrOverflow if it is too large.
func (a *Amount) Value() (money.Amount, error) {
	return money.Parse(strings.TrimSuffix(string(a.units), "."), a.currency)
}

// Empty reports whether nothing is typed.
func (a *Amount) Empty() bool { return len(a.units) == 0 }

// Set replaces what was typed; an amount of another currency changes the
// field's. What cannot be typed, such as an amount below zero, empties the field.
func (a *Amount) Set(v money.Amount) {
	if v.Currency() != "" {
		a.currency = v.Currency()
	}
	units := plain(v)
	if !a.takes(units) {
		units = nil
	}
	a.replace(units)
}

// SetCurrency changes the currency. If it has other decimals, the field is emptied.
func (a *Amount) SetCurrency(c money.Currency) {
	if c.Digits() != a.currency.Digits() {
		a.replace(nil)
	}
	a.currency = c
}

// SetAll says how much all is; the zero Amount takes the key away.
func (a *Amount) SetAll(v money.Amount) { a.all = v }

// Update edits the amount. A paste replaces it if it is an amount and nothing
// else: commas, spaces and signs of the currency are dropped, "5만" is refused.
func (a *Amount) Update(msg tea.Msg) bool {
	s, pasted, ok := typed(msg)
	switch {
	case !ok:
		key, is := msg.(tea.KeyPressMsg)
		if !is || !a.key(key) {
			return false
		}
		a.trim()
	case pasted:
		if v, err := money.Parse(bare(s, a.currency), a.currency); err == nil && a.takes(plain(v)) {
			a.Set(v)
		}
	default:
		a.write(strings.ToLower(s))
	}
	return true
}

// write types digits, or presses a quick key.
func (a *Amount) write(s string) {
	if add, ok := quick[s]; ok && a.currency == money.KRW {
		a.add(money.New(add, money.KRW))
		return
	}
	if (s == "a" || s == "ㅁ") && a.hasAll() {
		a.Set(a.all)
		return
	}
	s = norm.NFKC.String(s) // full-width digits too
	for i := range len(s) {
		candidate := bytes.Clone(a.units)
		candidate = append(candidate[:a.at:a.at], append([]byte{s[i]}, candidate[a.at:]...)...)
		if a.takes(candidate) {
			a.insert(s[i])
		}
	}
	a.trim()
}

func (a *Amount) hasAll() bool { return a.all != (money.Amount{}) && a.all.Currency() == a.currency }

// add adds to what is typed, unless the sum is more than the field takes.
func (a *Amount) add(more money.Amount) {
	have, err := a.Value()
	if err != nil {
		have = money.New(0, a.currency)
	}
	if sum, err := have.Add(more); err == nil && a.takes(plain(sum)) {
		a.Set(sum)
	}
}

// plain is an amount as it is typed.
func plain(v money.Amount) []byte { return []byte(v.Plain()) }

// takes reports whether b can stand in the field.
func (a *Amount) takes(b []byte) bool {
	whole, fraction, point := bytes.Cut(b, []byte("."))
	return len(bytes.Trim(whole, "0123456789")) == 0 && len(bytes.Trim(fraction, "0123456789")) == 0 &&
		len(whole) <= amountDigits && len(fraction) <= a.currency.Digits() && (!point || a.currency.Digits() > 0)
}

// trim drops zeros before the first digit, and writes one before a point.
func (a *Amount) trim() {
	for len(a.units) > 1 && a.units[0] == '0' && a.units[1] != '.' {
		a.remove(0, 1)
	}
	if len(a.units) > 0 && a.units[0] == '.' {
		at := a.at
		a.at = 0
		a.insert('0')
		a.at = at + 1
	}
}

// bare is a pasted amount without what is written around it.
func bare(s string, c money.Currency) string {
	s = strings.ToUpper(norm.NFKC.String(s))
	s = strings.Join(strings.Fields(s), "")
	for _, sign := range append([]string{string(c)}, signs[c]...) {
		s = strings.TrimSuffix(strings.TrimPrefix(s, sign), sign)
	}
	return s
}

// signs are how an amount's currency is written beside it, in capitals.
var signs = map[money.Currency][]string{
	money.KRW: {"₩", "\\", "원", "WON"},
	money.USD: {"US$", "$"},
	money.EUR: {"€"},
	money.JPY: {"¥", "円", "엔"},
}

// View draws the amount, its currency and how it is read. What has no room is
// left out, the reading first.
func (a *Amount) View(l Look, width int, focused bool) (string, int) {
	if l.Heard() {
		return sign(l, a, focused)
	}
	units, at := grouping(grouped(string(a.units)), a.at)
	cells := min(width, amountCells)
	if pad := cells - 1 - len(units); pad > 0 { // digits stand at the right, the cursor behind them
		units, at = append(clusters(spaces(pad)), units...), at+pad
	}
	line, x := a.draw(l, units, at, cells, focused)
	for _, beside := range a.beside(l) {
		if beside.text != "" && Cells(line)+1+Cells(beside.text) <= width {
			line += " " + beside.text
		}
	}
	return line, x
}

func (a *Amount) beside(l Look) []cluster {
	if a.currency != money.KRW {
		return []cluster{{text: l.Theme.Base.Render(string(a.currency))}}
	}
	list := []cluster{{text: l.Theme.Base.Render(l.Text.Component.WonUnit)}}
	if v, err := a.Value(); err == nil && v.Minor() > 0 {
		list = append(list, cluster{text: "  " + l.Theme.Muted.Render(l.Text.Component.Read(text.Reading(v.Minor())))})
	}
	return list
}

// grouped puts commas between thousands of a number that is being typed.
func grouped(s string) string {
	whole, fraction, point := strings.Cut(s, ".")
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	if point {
		whole += "." + fraction
	}
	return whole
}

// Below is the line of quick keys, which a form shows while the field has the focus.
func (a *Amount) Below(l Look, width int) []string {
	var keys []string
	if a.currency == money.KRW {
		keys = append(keys, l.Text.Component.Quick)
	}
	if a.hasAll() {
		keys = append(keys, l.Text.Component.QuickAll)
	}
	if len(keys) == 0 {
		return nil
	}
	var lines []string
	for key := range strings.SplitSeq(strings.Join(keys, "  "), "  ") {
		last := len(lines) - 1
		if last < 0 || Cells(lines[last]+"  "+key) > width {
			lines = append(lines, Cut(key, width))
			continue
		}
		lines[last] += "  " + key
	}
	for i, line := range lines {
		lines[i] = l.Theme.Hint.Render(line)
	}
	return lines
}

// Clear empties the field.
func (a *Amount) Clear() { a.replace(nil) }
