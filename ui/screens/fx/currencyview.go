package fx

import (
	"fmt"
	"slices"
	"strings"

	"smartbank/bank/calendar"
	"smartbank/bank/fx"
	"smartbank/bank/money"
	"smartbank/ui/component"
	"smartbank/ui/keymap"
	"smartbank/ui/screen"
	"smartbank/ui/text"
)

// currencyName is what a currency is called; its code for one without a name.
func currencyName(c *text.Catalog, of money.Currency) string {
	if name := c.FX.Currencies[of]; name != "" {
		return name
	}
	return string(of)
}

// View draws the chart over the prices and the converter, or the values behind it.
func (s *currency) View(w, h int) screen.View {
	c := s.env.Text
	v := screen.View{Title: component.UnitName(s.of.Currency) + " " + currencyName(c, s.of.Currency)}
	head := s.head(w)
	switch {
	case s.problem != nil:
		head = append(head, indented(component.Problem(s.env.Look, s.problem(c), w-2*len(margin)))...)
		v.Keys = []keymap.Hint{keymap.Refresh.Hint(c), keymap.Back.Hint(c), keymap.Language.Hint(c)}
	case s.values:
		head = append(head, s.table.View(s.env.Look, w, max(h-len(head), 1)))
		v.Keys = []keymap.Hint{{Key: "←→", Does: c.Keys.Period}, keymap.Values.As(c.FX.Rates.AsChart), {Key: "↑↓", Does: c.Keys.Move}, keymap.Back.Hint(c), keymap.Language.Hint(c), keymap.Copy.Hint(c)}
	default:
		return s.viewChart(v, head, w, h)
	}
	v.Body = strings.Join(head, "\n")
	return v
}

// viewChart draws the chart in what room the converter leaves.
func (s *currency) viewChart(v screen.View, head []string, w, h int) screen.View {
	c := s.env.Text
	under := component.NewBody(s.env.Look)
	if s.loaded {
		under.Add(s.prices(w)...)
		s.converter.draw(s.env.Look, under, w, s.converting)
	}
	room := max(h-len(head)-under.Len(), 0)
	chart := s.chart(w, room)
	lines := append(head, chart...)
	body, cursor := under.View(w, max(h-len(lines), 1))
	if cursor != nil {
		cursor.Y += len(lines)
	}
	if !s.converting {
		cursor = nil
	}
	v.Body, v.Cursor = strings.Join(append(lines, body), "\n"), cursor
	v.Keys = []keymap.Hint{
		{Key: "←→", Does: c.Keys.Period},
		keymap.Enter.As(c.FX.Rates.Convert), keymap.Values.As(c.FX.Rates.AsTable),
		keymap.Back.Hint(c), keymap.Language.Hint(c), keymap.Copy.Hint(c),
	}
	if s.converting {
		v.Keys = []keymap.Hint{keymap.Next.Hint(c), {Key: "←→", Does: c.Keys.Choose}, keymap.Back.As(c.FX.Rates.AsChart), keymap.Language.Hint(c)}
	}
	return v
}

// head is the base, its change, the span and its extremes.
func (s *currency) head(w int) []string {
	c, t := s.env.Text, s.env.Theme
	left := " " + t.Strong.Render(component.UnitName(s.of.Currency)) + "  " + t.Base.Render(currencyName(c, s.of.Currency))
	right := ""
	if s.loaded {
		now := s.row()
		right = t.Muted.Render(c.FX.Rates.Base) + "  " + t.Strong.Render(now.Base.Grouped())
		if by, ok := s.boards.now.Change(s.of.Currency, s.boards.before); ok {
			change, style := changeText(s.env.Look, by)
			change += " (" + percent(s.env.Look, by, now.Base-by) + ")"
			if style == nil {
				style = &t.Base
			}
			right += "  " + style.Render(change)
		}
	}
	lines := []string{sides(left, right+" ", w)}
	var names []string
	for p := range spans {
		name := " " + p.name(c) + " "
		if p == s.span {
			names = append(names, t.Strong.Render(component.Picked(s.env.Look, strings.TrimSpace(name))))
			continue
		}
		names = append(names, t.Muted.Render(name))
	}
	lines = append(lines, sides(" "+strings.Join(names, ""), t.Muted.Render(s.made())+" ", w))
	return append(lines, " "+t.Base.Render(component.CutEllipsis(s.env.Look, s.extremes(), w-1)))
}

// percent is a change in hundredths of a percent of what it was, with its sign.
func percent(l component.Look, by, of fx.Rate) string {
	if of <= 0 {
		return "-"
	}
	sign := "+"
	if by < 0 {
		sign, by = l.Theme.Glyphs.Minus, -by
	}
	hundredths := (int64(by)*10_000*2 + int64(of)) / (int64(of) * 2)
	return fmt.Sprintf("%s%d.%02d %%", sign, hundredths/100, hundredths%100)
}

// made says where the points come from.
func (s *currency) made() string {
	for _, p := range s.past.points {
		if p.Demonstration {
			return s.env.Text.FX.Rates.MadeUp
		}
	}
	return s.env.Text.FX.Rates.Source
}

// extremes tells the lowest and the highest of the chart, for those who do not see it.
func (s *currency) extremes() string {
	points := s.past.points
	if len(points) == 0 {
		return ""
	}
	low, high := points[0], points[0]
	for _, p := range points {
		if p.Base <= low.Base {
			low = p
		}
		if p.Base >= high.Base {
			high = p
		}
	}
	return s.env.Text.FX.Rates.Extremes(low.Base.Grouped(), low.Date.String(), high.Base.Grouped(), high.Date.String())
}

// chart draws the history in w by h cells.
func (s *currency) chart(w, h int) []string {
	points := s.past.points
	if len(points) == 0 {
		return nil
	}
	days := make([]calendar.Date, 0, len(points))
	chart := component.Chart{
		Value: func(y int64) string { return fx.Rate(y * cent).Grouped() },
		Place: func(x int64) string { return place(points, x, s.span) },
	}
	for _, p := range points {
		chart.Points = append(chart.Points, component.ChartPoint{X: p.Date.Start().Unix() / daySeconds, Y: int64(p.Base) / cent})
		days = append(days, p.Date)
	}
	return chart.Draw(s.env.Look, w-1, min(h, len(days)*4+6))
}

// cent is a hundredth of a won in a rate.
const cent = 10_000

// daySeconds is how many seconds a day has in Seoul, where no clock is ever changed.
const daySeconds = 24 * 60 * 60

// place names a day below the chart, with as much of it as the span needs.
func place(points []fx.Point, x int64, p span) string {
	best := points[0].Date
	for _, point := range points {
		if point.Date.Start().Unix()/daySeconds <= x {
			best = point.Date
		}
	}
	if p <= oneQuarter {
		return best.String()[len("2026-"):]
	}
	return best.String()[:len("2026-11")]
}

// cells are the values of the chart, the newest first.
func (s *currency) cells() [][]component.Cell {
	points := s.past.points
	rows := make([][]component.Cell, 0, len(points))
	for i, p := range slices.Backward(points) {
		row := []component.Cell{{Text: p.Date.String()}, {Text: p.Base.Grouped()}, {}, {}}
		if i > 0 {
			row[2].Text, row[2].Style = changeText(s.env.Look, p.Base-points[i-1].Base)
		}
		if p.Demonstration {
			row[3] = component.Cell{Text: s.env.Text.FX.Rates.MadeUpDay, Style: &s.env.Theme.Muted}
		}
		rows = append(rows, row)
	}
	return rows
}

// prices are the currency's four prices in as many lines as they need.
func (s *currency) prices(w int) []string {
	c, t, r := s.env.Text, s.env.Theme, s.row()
	var lines []string
	line := ""
	for _, p := range []struct {
		name string
		rate fx.Rate
	}{{c.FX.Rates.Send, r.Send}, {c.FX.Rates.Receive, r.Receive}, {c.FX.Rates.CashBuy, r.CashBuy}, {c.FX.Rates.CashSell, r.CashSell}} {
		part := " " + t.Muted.Render(p.name) + " " + t.Base.Render(p.rate.Grouped())
		if line != "" && component.Cells(line)+2+component.Cells(part) > w {
			lines, line = append(lines, line), ""
		}
		if line != "" {
			line += " "
		}
		line += part
	}
	return append(lines, line)
}
