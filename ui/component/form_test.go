package component_test

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"smartbank/bank/money"
	"smartbank/ui/component"
	"smartbank/ui/text"
)

// order is a form as the transfer has it.
func order() (*component.Form, *component.Text, *component.Amount) {
	memo, amount := component.NewText(14), component.NewAmount(money.KRW)
	return component.NewForm(
		&component.Field{Name: "from", Label: component.Same("From"), Input: component.NewPIN(4)},
		&component.Field{Name: "to", Label: component.Same("To"), Input: banks()},
		&component.Field{Name: "hidden", Label: component.Same("Hidden"), Input: component.NewText(5), Hidden: true},
		&component.Field{Name: "amount", Label: component.Same("Amount"), Input: amount, Note: func(component.Look, int) []string { return []string{"fee 0"} }},
		&component.Field{Name: "memo", Label: func(c *text.Catalog) string { return c.Pick("Shown to you", "내 통장 표시") }, Input: memo},
	), memo, amount
}

func TestFormMoves(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		keys []string
		want string
	}{
		{nil, "from"},
		{[]string{"tab"}, "to"},
		{[]string{"tab", "tab"}, "amount"}, // past the hidden one
		{[]string{"shift+tab"}, "memo"},
		{[]string{"shift+tab", "tab"}, "from"},
		{[]string{"down", "down"}, "to"}, // the choice opens its list
		{[]string{"down", "down", "enter"}, "amount"},
		{[]string{"down", "tab", "up", "up"}, "to"},
		{[]string{"up"}, "from"},
		{[]string{"shift+tab", "down"}, "memo"},
		{[]string{"1234", "enter", "enter", "enter", "enter"}, "memo"},
	} {
		f, _, _ := order()
		press(formInput{f}, row.keys...)
		if got := f.Focused().Name; got != row.want {
			t.Errorf("%q leads to %s, want %s", row.keys, got, row.want)
		}
	}
}

// formInput is a form that press can drive.
type formInput struct{ *component.Form }

func (f formInput) Update(msg tea.Msg) bool { return f.Form.Update(msg).Handled }

// TestFormCountsWhatIsTyped counts fields in sight that hold something typed: not what is chosen, nor what finds an option.
func TestFormCountsWhatIsTyped(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		keys []string
		want int
	}{
		{nil, 0},
		{[]string{"1"}, 1},
		{[]string{"tab", "right", "tab"}, 0},
		{[]string{"tab", "088"}, 0},
		{[]string{"1234", "enter", "enter", "500"}, 2},
		{[]string{"1234", "enter", "enter", "500", "ctrl+u", "tab", "lunch"}, 2},
	} {
		f, _, _ := order()
		press(formInput{f}, row.keys...)
		if got := f.Typed(); got != row.want {
			t.Errorf("after %q %d fields are typed, want %d", row.keys, got, row.want)
		}
	}
	f, memo, _ := order()
	memo.Set("lunch")
	f.Field("memo").Hidden = true
	if got := f.Typed(); got != 0 {
		t.Errorf("a hidden field is typed: %d", got)
	}
}

func TestFormTellsWhatHappened(t *testing.T) {
	t.Parallel()
	f, _, _ := order()
	for i, row := range []struct {
		key     string
		kind    component.Kind
		field   string
		handled bool
	}{
		{"1", component.Changed, "from", true},
		{"x", component.Nothing, "from", true}, // no digit
		{"left", component.Nothing, "from", true},
		{"f2", component.Nothing, "from", false},
		{"esc", component.Nothing, "from", false},
		{"enter", component.Confirmed, "from", true},
		{"신", component.Changed, "to", true},
		{"esc", component.Changed, "to", true}, // back to what was chosen
		{"esc", component.Nothing, "to", false},
		{"enter", component.Confirmed, "to", true},
		{"q", component.Changed, "amount", true},
		{"enter", component.Confirmed, "amount", true},
		{"월", component.Changed, "memo", true},
		{"enter", component.Submitted, "memo", true},
		{"tab", component.Nothing, "memo", true},
	} {
		got := f.Update(key(row.key))
		if got.Kind != row.kind || got.Field.Name != row.field || got.Handled != row.handled {
			t.Errorf("%d: %s is %v of %s, handled %v; want %v of %s, %v", i, row.key, got.Kind, got.Field.Name, got.Handled, row.kind, row.field, row.handled)
		}
	}
}

func TestFormRefusalStandsUntilTheFieldChanges(t *testing.T) {
	t.Parallel()
	f, _, _ := order()
	f.Refuse("amount", func(c *text.Catalog) text.Message {
		return text.Message{Problem: c.Pick("Too much.", "한도를 넘었습니다."), Advice: c.Pick("Send less.", "줄여 주세요.")}
	})
	if f.Focused().Name != "amount" || !f.Refused("amount") {
		t.Fatalf("the focus is on %s", f.Focused().Name)
	}
	b := component.NewBody(korean())
	f.Draw(korean(), b, 80)
	page, _ := b.View(80, 24)
	if !strings.Contains(page, "한도를 넘었습니다.") || !strings.Contains(page, "줄여 주세요.") {
		t.Errorf("the page is\n%s", page)
	}
	press(formInput{f}, "tab", "shift+tab", "left")
	if !f.Refused("amount") {
		t.Error("moving took the problem away")
	}
	press(formInput{f}, "5")
	if f.Refused("amount") {
		t.Error("the problem outlived a change")
	}
	f.Refuse("hidden", func(*text.Catalog) text.Message { return text.Message{Problem: "The whole order."} })
	b = component.NewBody(korean())
	f.Draw(korean(), b, 80)
	if page, _ = b.View(80, 24); !strings.HasSuffix(strings.TrimSpace(ansi.Strip(page)), "The whole order.") {
		t.Errorf("the page is\n%s", page)
	}
	f.ClearProblems()
	if f.Refused("") {
		t.Error("ClearProblems left one")
	}
}

func TestFormAlignsLabelsByCells(t *testing.T) {
	t.Parallel()
	f, memo, amount := order()
	memo.Set("11월 월세")
	amount.Set(money.New(50_000, money.KRW))
	f.Focus("memo")
	b := component.NewBody(korean())
	f.Draw(korean(), b, 80)
	page, cursor := b.View(80, 24)
	want := strings.Join([]string{
		" From          _ _ _ _",
		" To            004 국민은행 ▾",
		" Amount                     50,000  원   5만 원",
		"               fee 0",
		"▌내 통장 표시  11월 월세",
	}, "\n")
	if got := trimLines(page); got != want {
		t.Errorf("the page is\n%s\nwant\n%s", got, want)
	}
	if cursor == nil || *cursor != (component.Point{X: 24, Y: 4}) {
		t.Errorf("the cursor is at %v", cursor)
	}
}

func TestFormPutsLabelsAboveWhereItIsNarrow(t *testing.T) {
	t.Parallel()
	f, _, _ := order()
	f.Focus("amount")
	b := component.NewBody(english())
	f.Draw(english(), b, 40)
	page, cursor := b.View(40, 20)
	want := strings.Join([]string{
		" From", "  _ _ _ _", " To", "  004 KB Kookmin ▾", "▌Amount", "                       won",
		"  q +10k  w +50k  e +100k  t +1M", "  fee 0", " Shown to you", "",
	}, "\n")
	if got := trimLines(page); got != want {
		t.Errorf("the page is\n%s\nwant\n%s", got, want)
	}
	if cursor == nil || *cursor != (component.Point{X: 21, Y: 5}) {
		t.Errorf("the cursor is at %v", cursor)
	}
}

func trimLines(page string) string {
	lines := strings.Split(ansi.Strip(page), "\n")
	for i := range lines {
		lines[i] = trim(lines[i])
	}
	return strings.Join(lines, "\n")
}

func TestFormWithNothingToSee(t *testing.T) {
	t.Parallel()
	f := component.NewForm(&component.Field{Name: "a", Label: component.Same("A"), Input: component.NewText(3), Hidden: true})
	if f.Focused() != nil || f.Update(key("enter")) != (component.Event{}) {
		t.Error("a hidden field has the focus")
	}
	f.Field("a").Hidden = false
	if f.Focused().Name != "a" || f.Update(key("enter")).Kind != component.Submitted {
		t.Error("the field that appeared does not take the focus")
	}
	if component.NewForm().Focused() != nil {
		t.Error("a form without fields has a focus")
	}
}

func TestFormGoesOnWhenItsFieldIsHidden(t *testing.T) {
	t.Parallel()
	f, memo, _ := order()
	f.Focus("amount")
	f.Field("amount").Hidden = true
	if f.Focused().Name != "memo" {
		t.Errorf("the focus is on %s", f.Focused().Name)
	}
	press(formInput{f}, "x")
	f.Clear()
	if memo.Value() != "" || f.Focused().Name != "from" {
		t.Errorf("after Clear %q, focus on %s", memo.Value(), f.Focused().Name)
	}
}
