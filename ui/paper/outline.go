package paper

import (
	"image"

	"github.com/hajimehoshi/bitmapfont/v4"
	"golang.org/x/image/math/fixed"
)

// point is a corner of an outline in pixels from the origin of a glyph, y upward.
type point struct{ x, y int }

// glyph is what a font knows of a character: how wide it is in pixels, and the
// outlines of its black pixels, clockwise, with holes the other way.
type glyph struct {
	advance  int
	outlines [][]point
}

// trace draws a character of the bitmap font and follows the edges of its pixels.
// known is false for one that the font has not.
func trace(r rune) (g glyph, known bool) {
	bounds, mask, at, advance, known := bitmapfont.Face.Glyph(fixed.Point26_6{}, r)
	if !known {
		return glyph{}, false
	}
	black := map[point]bool{}
	for y := range bounds.Dy() {
		for x := range bounds.Dx() {
			if _, _, _, a := mask.At(at.X+x, at.Y+y).RGBA(); a > 0x7fff {
				black[point{bounds.Min.X + x, -(bounds.Min.Y + y) - 1}] = true
			}
		}
	}
	return glyph{advance: advance.Round(), outlines: follow(black, bounds)}, true
}

// sides are a pixel's: where it begins and ends, and what lies beyond.
var sides = []struct{ beyond, from, to point }{
	{beyond: point{-1, 0}, from: point{0, 0}, to: point{0, 1}},
	{beyond: point{0, 1}, from: point{0, 1}, to: point{1, 1}},
	{beyond: point{1, 0}, from: point{1, 1}, to: point{1, 0}},
	{beyond: point{0, -1}, from: point{1, 0}, to: point{0, 0}},
}

// follow joins the edges between black and white pixels to closed lines. Black is
// on their right.
func follow(black map[point]bool, bounds image.Rectangle) [][]point {
	edges := map[point][]point{} // from a corner to the next
	var starts []point           // in the order of reading, so that the same glyph gives the same lines
	add := func(from, to point) {
		if len(edges[from]) == 0 {
			starts = append(starts, from)
		}
		edges[from] = append(edges[from], to)
	}
	for y := -bounds.Max.Y; y < -bounds.Min.Y; y++ {
		for x := bounds.Min.X; x < bounds.Max.X; x++ {
			if !black[point{x, y}] {
				continue
			}
			for _, side := range sides {
				if !black[point{x + side.beyond.x, y + side.beyond.y}] {
					add(point{x + side.from.x, y + side.from.y}, point{x + side.to.x, y + side.to.y})
				}
			}
		}
	}
	var lines [][]point
	for _, start := range starts {
		for len(edges[start]) > 0 {
			lines = append(lines, line(edges, start))
		}
	}
	return lines
}

// line takes one closed line out of the edges. Where two pixels touch at a corner
// only, it turns right, so that they stay two.
func line(edges map[point][]point, start point) []point {
	var corners []point
	at, before := start, point{}
	for {
		next := turn(edges, before, at)
		step := point{next.x - at.x, next.y - at.y}
		if step != before {
			corners = append(corners, at)
		}
		at, before = next, step
		if at == start {
			break
		}
	}
	if len(corners) > 0 && corners[0] == start { // the line may pass straight through where it began
		first := corners[1]
		if (sign(first.x-start.x) == before.x) && (sign(first.y-start.y) == before.y) {
			corners = corners[1:]
		}
	}
	return corners
}

// turn takes the edge that goes on from at, rightmost first.
func turn(edges map[point][]point, before, at point) point {
	ways := edges[at]
	chosen := 0
	for i, to := range ways {
		if before.x*(to.y-at.y)-before.y*(to.x-at.x) < 0 { // to the right
			chosen = i
		}
	}
	to := ways[chosen]
	rest := append(ways[:chosen:chosen], ways[chosen+1:]...)
	if len(rest) == 0 {
		delete(edges, at)
	} else {
		edges[at] = rest
	}
	return to
}

func sign(n int) int {
	switch {
	case n > 0:
		return 1
	case n < 0:
		return -1
	}
	return 0
}
