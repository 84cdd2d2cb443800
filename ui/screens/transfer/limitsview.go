package transfer

import (
	"strings"
	"time"

	"smartbank/bank/calendar"
	"smartbank/bank/money"
	"smartbank/ui/component"
	"smartbank/ui/keymap"
	"smartbank/ui/screen"
	"smartbank/ui/text"
)

// View draws the limits over the form that lowers them.
func (s *limits) View(w, h int) screen.View {
	c, t := s.env.Text, s.env.Theme
	b := component.NewBody(s.env.Look)
	if h > 16 {
		b.Blank()
	}
	if s.form == nil {
		if s.problem != nil {
			b.Add(indented(component.Problem(s.env.Look, s.problem(c), w-2*len(margin)))...)
		}
		body, _ := b.View(w, h)
		return screen.View{Body: body, Keys: []keymap.Hint{keymap.Refresh.Hint(c), keymap.Back.Hint(c), keymap.Language.Hint(c)}}
	}
	b.Add(indented(component.Pairs(s.env.Look, s.pairs(c, w), w-2*len(margin)))...)
	b.Blank()
	b.Add(paragraph(c.Transfer.Care.LowerTitle, w, t.Strong.Render)...)
	b.Add(paragraph(c.Transfer.Care.LowerNote, w, t.Muted.Render)...)
	s.form.Draw(s.env.Look, b, w)
	b.Under(s.factor.Hint(s.form, w)...)
	body, cursor := b.View(w, h)
	enter := keymap.Enter.As(c.Keys.Next)
	if s.form.Last() {
		enter = keymap.Enter.As(c.Transfer.Care.Lower)
	}
	return screen.View{Body: body, Cursor: cursor, Keys: []keymap.Hint{
		enter, keymap.Back.Hint(c), keymap.Next.Hint(c), keymap.Previous.Hint(c), keymap.AllMenus.Hint(c), keymap.Language.Hint(c),
	}}
}

// gaugeCells is how wide the bar of the day is at most.
const gaugeCells = 30

// pairs are the lines of the panel.
func (s *limits) pairs(c *text.Catalog, w int) []component.Pair {
	words, l, left := c.Transfer.Care, *s.now, untilMidnight(s.env.Now)
	return []component.Pair{
		{Label: words.Medium, Value: words.MediumIs(string(l.Medium), l.Grade())},
		{Label: words.Each, Value: readAloud(c, l.Each), Strong: true},
		{Label: words.Day, Value: readAloud(c, l.Day), Strong: true},
		{Label: words.Used, Value: readAloud(c, l.UsedToday)},
		{Label: words.Left, Value: readAloud(c, l.Left()), Strong: true},
		{Value: s.gauge(min(w/2, gaugeCells))},
		{Label: words.Anew, Value: words.AnewIn(int(left.Hours()), int(left.Minutes())%60)},
	}
}

// gauge is how much of the day's limit was used, as a bar and in percent.
func (s *limits) gauge(cells int) string {
	t, l := s.env.Theme, *s.now
	if l.Day.Minor() == 0 || cells < 1 {
		return ""
	}
	used := min(l.UsedToday.Minor(), l.Day.Minor())
	full := int(money.New(used, money.KRW).Minor() * int64(cells) / l.Day.Minor())
	return t.Accent.Render(strings.Repeat(t.Glyphs.StepDone, full)) + t.Muted.Render(strings.Repeat(t.Glyphs.Bullet, cells-full)) +
		" " + s.env.Text.Transfer.Care.Percent(int(used*100/l.Day.Minor()))
}

// untilMidnight is how long the day lasts in Seoul, in whole minutes.
func untilMidnight(now time.Time) time.Duration {
	return calendar.DateOf(now).AddDays(1).Start().Sub(now).Truncate(time.Minute)
}
