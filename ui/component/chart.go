package component

import (
	"strings"

	"smartbank/ui/theme"
)

// ChartPoint is a value at a place on the axis: a day's number, say. Values are
// whole numbers, such as hundredths.
type ChartPoint struct{ X, Y int64 }

// Chart draws a line through points in dots of Braille, two by four to a cell, or
// in plain signs where the terminal has only those. Its lowest and highest values stand at the left, and are marked on the line.
type Chart struct {
	Points []ChartPoint // in the order of X, which differ
	Value  func(y int64) string
	Place  func(x int64) string // what stands below the axis
}

// Draw draws the chart in w by h cells, of which the last line is the axis. It is nil where there is no room or nothing to
// draw.
func (c Chart) Draw(l Look, w, h int) []string {
	if len(c.Points) == 0 || h < 4 {
		return nil
	}
	if l.Heard() {
		return c.speak(l)
	}
	lowest, highest := c.extremes()
	low, high := c.Points[lowest].Y, c.Points[highest].Y
	labels := map[int]string{0: c.Value(high), (h - 2) / 2: c.Value(low + (high-low)/2), h - 2: c.Value(low)}
	left := 0
	for _, label := range labels {
		left = max(left, Cells(label))
	}
	tick, side := " ┤", " │"
	if l.Theme.Glyphs.Rule == theme.ASCII.Rule {
		tick, side = " +", " |"
	}
	wide := w - left - Cells(tick)
	if wide < 8 {
		return nil
	}
	plot := c.plot(l, wide, h-1, lowest, highest)
	lines := make([]string, 0, h)
	for row, drawn := range plot {
		edge := side
		if labels[row] != "" {
			edge = tick
		}
		lines = append(lines, l.Theme.Muted.Render(PadLeft(labels[row], left)+edge)+drawn)
	}
	return append(lines, l.Theme.Muted.Render(strings.Repeat(" ", left+Cells(tick))+c.axis(wide)))
}

// spokenPoints is how many points of a chart are said: as many as give its course.
const spokenPoints = 12

// speak tells the chart's course by points as far apart as there is room for.
func (c Chart) speak(l Look) []string {
	last := len(c.Points) - 1
	most := min(spokenPoints, len(c.Points))
	said := make([]string, 0, most)
	for i := range most {
		p := c.Points[last]
		if most > 1 {
			p = c.Points[last*i/(most-1)]
		}
		said = append(said, c.Place(p.X)+" "+c.Value(p.Y))
	}
	return []string{labelled(l.Text.Plain.Course, strings.Join(said, ", "))}
}

// extremes are the indexes of the lowest and the highest point, the latest of
// several.
func (c Chart) extremes() (lowest, highest int) {
	for i, p := range c.Points {
		if p.Y <= c.Points[lowest].Y {
			lowest = i
		}
		if p.Y >= c.Points[highest].Y {
			highest = i
		}
	}
	return lowest, highest
}

// axis names the first, the middle and the last place.
func (c Chart) axis(w int) string {
	first, last := c.Points[0].X, c.Points[len(c.Points)-1].X
	start, end := c.Place(first), c.Place(last)
	room := w - Cells(start) - Cells(end)
	if room < 1 || first == last {
		return Cut(end, w)
	}
	middle := c.Place(first + (last-first)/2)
	if room < Cells(middle)+2 {
		return start + strings.Repeat(" ", room) + end
	}
	before := (w-Cells(middle))/2 - Cells(start)
	if before < 1 || room-before-Cells(middle) < 1 {
		return start + strings.Repeat(" ", room) + end
	}
	return start + strings.Repeat(" ", before) + middle + strings.Repeat(" ", room-before-Cells(middle)) + end
}

// plot draws the line in w by h cells.
func (c Chart) plot(l Look, w, h, lowest, highest int) []string {
	braille := l.Theme.Glyphs.Rule != theme.ASCII.Rule
	across, down := 1, 1
	if braille {
		across, down = 2, 4
	}
	dots := newDots(w*across, h*down)
	low, span := c.Points[lowest].Y, c.Points[highest].Y-c.Points[lowest].Y
	first, length := c.Points[0].X, c.Points[len(c.Points)-1].X-c.Points[0].X
	at := func(p ChartPoint) (x, y int) {
		return scaled(p.X-first, length, dots.w-1), dots.h - 1 - scaled(p.Y-low, span, dots.h-1)
	}
	x, y := at(c.Points[0])
	for _, p := range c.Points {
		nextX, nextY := at(p)
		dots.line(x, y, nextX, nextY)
		x, y = nextX, nextY
	}
	marks := map[Point]string{}
	if span > 0 {
		for i, sign := range map[int]string{lowest: l.Theme.Glyphs.Down, highest: l.Theme.Glyphs.Up} {
			x, y := at(c.Points[i])
			marks[Point{X: x / across, Y: y / down}] = sign
		}
	}
	lines := make([]string, h)
	for row := range lines {
		var b strings.Builder
		for column := range w {
			switch mark := marks[Point{X: column, Y: row}]; {
			case mark != "":
				b.WriteString(mark)
			case braille:
				b.WriteRune(dots.braille(column, row))
			case dots.on(column, row):
				b.WriteByte('*')
			default:
				b.WriteByte(' ')
			}
		}
		lines[row] = l.Theme.Accent.Render(b.String())
	}
	return lines
}

// scaled puts v of whole on a scale from 0 to most; in the middle where there is
// no whole.
func scaled(v, whole int64, most int) int {
	if whole == 0 {
		return most / 2
	}
	return int((v*int64(most)*2 + whole) / (whole * 2))
}

// dots are what is drawn on, finer than cells.
type dots struct {
	w, h int
	set  []bool
}

func newDots(w, h int) *dots { return &dots{w, h, make([]bool, w*h)} }

func (d *dots) on(x, y int) bool { return d.set[y*d.w+x] }

// line draws a straight line (Bresenham).
func (d *dots) line(x0, y0, x1, y1 int) {
	dx, dy := x1-x0, -max(y1-y0, y0-y1)
	step := 1
	if y1 < y0 {
		step = -1
	}
	fault := dx + dy
	for {
		d.set[y0*d.w+x0] = true
		if x0 == x1 && y0 == y1 {
			return
		}
		twice := 2 * fault
		if twice >= dy {
			fault += dy
			x0++
		}
		if twice <= dx {
			fault += dx
			y0 += step
		}
	}
}

// brailleBits are the dots of a Braille pattern by column and row (Unicode,
// Braille Patterns U+2800).
var brailleBits = [2][4]rune{{0x01, 0x02, 0x04, 0x40}, {0x08, 0x10, 0x20, 0x80}}

func (d *dots) braille(column, row int) rune {
	pattern := rune(0x2800)
	for x, bits := range brailleBits {
		for y, bit := range bits {
			if d.on(column*2+x, row*4+y) {
				pattern |= bit
			}
		}
	}
	if pattern == 0x2800 {
		return ' '
	}
	return pattern
}
