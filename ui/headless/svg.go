package headless

import (
	"fmt"
	"image/color"
	"math"
	"strings"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"
)

// SVG draws the frame as a Scalable Vector Graphic (SVG 1.1). Every character has
// its own place, so that columns line up in any font.
func (f Frame) SVG(p Picture) []byte {
	cellW := int(math.Round(float64(p.FontSize)*0.6 + p.LetterSpacing - 1))
	cellH := int(math.Round(float64(p.FontSize) * 1.2 * p.LineHeight))
	l := p.layout(f, cellW, cellH)
	var b strings.Builder
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" viewBox="0 0 %[1]d %[2]d" role="img">`+"\n", l.w, l.h)
	if f.Title != "" {
		fmt.Fprintf(&b, "<title>%s</title>\n", escape(f.Title))
	}
	if p.Margin > 0 {
		fmt.Fprintf(&b, `<rect width="%d" height="%d" fill="%s"/>`+"\n", l.w, l.h, hex(p.MarginFill))
	}
	_, bg := p.Palette.seen(f, Style{})
	fmt.Fprintf(&b, `<rect x="%d" y="%[1]d" width="%d" height="%d" rx="%d" fill="%s"/>`+"\n", p.Margin, l.winW, l.winH, p.BorderRadius, hex(bg))
	for _, d := range p.dots(l) {
		paint := fmt.Sprintf(`fill="%s"`, hex(d.color))
		if d.ring {
			paint = fmt.Sprintf(`fill="none" stroke="%s" stroke-width="2"`, hex(d.color))
		}
		fmt.Fprintf(&b, `<circle cx="%d" cy="%d" r="%d" %s/>`+"\n", d.x, d.y, d.r, paint)
	}
	fmt.Fprintf(&b, `<g font-family="ui-monospace,'D2Coding','Noto Sans Mono CJK KR',Menlo,Consolas,monospace" font-size="%d" xml:space="preserve">`+"\n", p.FontSize)
	for y := range f.H {
		f.svgLine(&b, p, l, y)
	}
	b.WriteString("</g>\n")
	f.svgCursor(&b, p, l)
	b.WriteString("</svg>\n")
	return []byte(b.String())
}

// svgLine draws a line: runs of one style, each with its background first.
func (f Frame) svgLine(b *strings.Builder, p Picture, l layout, y int) {
	_, plain := p.Palette.seen(f, Style{})
	for x := 0; x < f.W; {
		style, from := f.At(x, y).Style, x
		for x < f.W && (f.At(x, y).Style == style || f.At(x, y).Width == 0) {
			x++
		}
		fg, bg := p.Palette.seen(f, style)
		left, top := l.left+from*l.cellW, l.top+y*l.cellH
		if bg != plain {
			fmt.Fprintf(b, `<rect x="%d" y="%d" width="%d" height="%d" fill="%s"/>`+"\n", left, top, (x-from)*l.cellW, l.cellH, hex(bg))
		}
		f.svgText(b, p, l, y, from, x, fg)
		lines := map[Attrs]int{Underline: top + l.cellH - l.cellH/12 - 1, Strikethrough: top + l.cellH/2}
		for _, attr := range [...]Attrs{Underline, Strikethrough} {
			if style.Attrs&attr != 0 {
				fmt.Fprintf(b, `<rect x="%d" y="%d" width="%d" height="1" fill="%s"/>`+"\n", left, lines[attr], (x-from)*l.cellW, hex(fg))
			}
		}
	}
}

// svgText draws the characters of cells from to till, of one style, each at the
// left edge of its cell.
func (f Frame) svgText(b *strings.Builder, p Picture, l layout, y, from, till int, fg color.NRGBA) {
	var xs, text strings.Builder
	style := f.At(from, y).Style
	base := l.top + y*l.cellH + (l.cellH+p.FontSize*7/10)/2
	write := func() {
		if text.Len() == 0 {
			return
		}
		more := ""
		if style.Attrs&Bold != 0 {
			more += ` font-weight="bold"`
		}
		if style.Attrs&Italic != 0 {
			more += ` font-style="italic"`
		}
		fmt.Fprintf(b, `<text x="%s" y="%d" fill="%s"%s>%s</text>`+"\n", xs.String(), base, hex(fg), more, escape(text.String()))
		xs.Reset()
		text.Reset()
	}
	for x := from; x < till; x++ {
		c := f.At(x, y)
		if c.Width == 0 || strings.TrimSpace(c.Text) == "" {
			continue
		}
		several := utf8.RuneCountInString(c.Text) > 1
		if several {
			write() // x would place each of its runes
		}
		if text.Len() > 0 {
			xs.WriteByte(' ')
		}
		fmt.Fprintf(&xs, "%d", l.left+x*l.cellW)
		text.WriteString(c.Text)
		if several {
			write()
		}
	}
	write()
}

// svgCursor draws the cursor, if it is in sight.
func (f Frame) svgCursor(b *strings.Builder, p Picture, l layout) {
	if !f.Cursor.Visible || !f.CursorInside() {
		return
	}
	x, y, w, h := f.cursorBox(l)
	opacity := ""
	if f.Cursor.Shape == tea.CursorBlock {
		opacity = ` fill-opacity="0.5"`
	}
	fmt.Fprintf(b, `<rect x="%d" y="%d" width="%d" height="%d" fill="%s"%s/>`+"\n", x, y, w, h, hex(p.Palette.Cursor), opacity)
}

// cursorBox is where the cursor is drawn.
func (f Frame) cursorBox(l layout) (x, y, w, h int) {
	x, y = l.left+f.Cursor.X*l.cellW, l.top+f.Cursor.Y*l.cellH
	w, h = l.cellW*max(f.At(f.Cursor.X, f.Cursor.Y).Width, 1), l.cellH
	thick := max(l.cellH/12, 1)
	switch f.Cursor.Shape {
	case tea.CursorBar:
		w = thick
	case tea.CursorUnderline:
		y, h = y+h-thick, thick
	case tea.CursorBlock:
	}
	return x, y, w, h
}

// hex is "#rrggbb".
func hex(c color.NRGBA) string { return fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B) }

// escape writes text so that XML reads it as it is.
func escape(text string) string {
	return strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;").Replace(text)
}
