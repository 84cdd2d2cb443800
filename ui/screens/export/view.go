package export

import (
	"strings"

	"smartbank/bank/money"
	"smartbank/ui/component"
	"smartbank/ui/keymap"
	"smartbank/ui/screen"
	"smartbank/ui/text"
)

// margin is the column of text outside of the form.
const margin = "  "

// view draws the form and what stands above and below it, or the file that is
// written, or the one that was.
func (p *page) view(w, h int, above, below []string) screen.View {
	c := p.env.Text
	b := component.NewBody(p.env.Look)
	if h > 14 {
		b.Blank()
	}
	switch {
	case p.saved != nil:
		b.Add(p.savedLines(w)...)
		body, _ := b.View(w, h)
		return screen.View{Body: body, Keys: []keymap.Hint{
			keymap.Enter.As(c.Keys.Close), keymap.Copy.As(c.Export.CopyPath), keymap.Language.Hint(c),
		}}
	case p.writing:
		b.Add(above...)
		b.Blank()
		b.Add(p.progressLines(w)...)
		body, _ := b.View(w, h)
		return screen.View{Body: body, Keys: []keymap.Hint{keymap.Language.Hint(c)}}
	}
	b.Add(above...)
	if len(above) > 0 {
		b.Blank()
	}
	p.form.Draw(p.env.Look, b, w)
	if len(below) > 0 {
		b.Blank()
		b.Add(below...)
	}
	body, cursor := b.View(w, h)
	return screen.View{Body: body, Cursor: cursor, Keys: p.keys(c)}
}

// keys are those of the form.
func (p *page) keys(c *text.Catalog) []keymap.Hint {
	enter := keymap.Enter.As(c.Keys.Confirm)
	if f := p.form.Focused(); f != nil && f.Name == fileField {
		enter = keymap.Enter.As(c.Export.Save)
	}
	hints := []keymap.Hint{enter, keymap.Next.Hint(c)}
	if f := p.form.Focused(); f != nil && f.Name != fileField {
		hints = append(hints, keymap.Hint{Key: "←→", Does: c.Keys.Choose})
	}
	return append(hints, keymap.Back.Hint(c), keymap.Language.Hint(c))
}

// savedLines say where the file is.
func (p *page) savedLines(w int) []string {
	c, t := p.env.Text, p.env.Theme
	pairs := []component.Pair{
		{Label: c.Export.SavedAs, Value: component.Clean(p.saved.path), Strong: true},
		{Label: c.Export.Size, Value: c.Export.Bytes(grouped(p.saved.bytes))},
	}
	if p.saved.rows > 0 {
		pairs = append(pairs, component.Pair{Label: c.Export.Count, Value: grouped(int64(p.saved.rows))})
	}
	lines := []string{t.Good.Render(t.Glyphs.Check + " " + c.Export.Saved), ""}
	return indented(append(lines, component.Pairs(p.env.Look, pairs, w-2*len(margin))...))
}

// grouped is a number with commas between its thousands.
func grouped(n int64) string { return money.New(n, money.KRW).Grouped() }

// progressCells is how wide the bar is at most.
const progressCells = 50

// progressLines say how far it is: a bar, the rows, and the time that is left.
func (p *page) progressLines(w int) []string {
	c, t := p.env.Text, p.env.Theme
	done, total := 0, 0
	if p.progress != nil {
		done, total = p.progress.Rows()
	}
	if total == 0 {
		return indented([]string{t.Muted.Render(c.Export.Reading)})
	}
	cells := max(min(w-2*len(margin), progressCells), 1)
	full := min(cells*done/total, cells)
	bar := t.Accent.Render(strings.Repeat(t.Glyphs.StepDone, full)) + t.Muted.Render(strings.Repeat(t.Glyphs.Bullet, cells-full))
	lines := []string{bar, t.Base.Render(c.Export.Done(grouped(int64(done)), grouped(int64(total)), 100*done/total))}
	if left, known := component.TimeToGo(p.env.Now.Sub(p.since), int64(done), int64(total)); known {
		lines = append(lines, t.Muted.Render(c.Export.TimeLeft(text.Clock(left))))
	}
	return indented(lines)
}

// indented moves lines to the margin.
func indented(lines []string) []string {
	for i, l := range lines {
		lines[i] = margin + l
	}
	return lines
}
