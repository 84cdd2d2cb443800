package headless

import (
	"bytes"
	"encoding/json"
	"fmt"
	"image"
	"image/gif"
	"time"
)

// Cast is a recording in asciinema's format, asciicast v2 or v3
// (docs.asciinema.org/manual/asciicast). Create it with [NewCast].
type Cast struct {
	version int
	begun   time.Time
	last    time.Time
	frame   *Frame
	b       bytes.Buffer
}

// NewCast begins a recording in a version of the format, 2 or 3.
func NewCast(version int) *Cast { return &Cast{version: version} }

// Frame adds what the screen shows at a time.
func (c *Cast) Frame(f Frame, at time.Time) error {
	if c.frame == nil {
		c.begun, c.last = at, at
		c.head(f, at)
	} else if c.frame.Equal(f) {
		return nil
	}
	if c.frame != nil && (c.frame.W != f.W || c.frame.H != f.H) {
		c.event(at, "r", fmt.Sprintf("%dx%d", f.W, f.H))
	}
	c.event(at, "o", f.ANSI(c.frame))
	c.frame = &f
	return nil
}

// head writes the first line.
func (c *Cast) head(f Frame, at time.Time) {
	head := map[string]any{"version": c.version, "timestamp": at.Unix()}
	if f.Title != "" {
		head["title"] = f.Title
	}
	if c.version == 3 {
		head["term"] = map[string]any{"cols": f.W, "rows": f.H, "type": "xterm-256color"}
	} else {
		head["width"], head["height"] = f.W, f.H
		head["env"] = map[string]string{"TERM": "xterm-256color"}
	}
	c.line(head)
}

// event writes an event: its time is that since the beginning, in v3 that since
// the event before.
func (c *Cast) event(at time.Time, code, data string) {
	since := c.begun
	if c.version == 3 {
		since, c.last = c.last, at
	}
	c.line([]any{json.Number(fmt.Sprintf("%.6f", at.Sub(since).Seconds())), code, data})
}

// line writes a line of JSON.
func (c *Cast) line(v any) {
	encoder := json.NewEncoder(&c.b)
	encoder.SetEscapeHTML(false)
	_ = encoder.Encode(v) // of text and numbers, into memory
}

// Bytes is the file.
func (c *Cast) Bytes() ([]byte, error) { return c.b.Bytes(), nil }

// Film is a recording as an animated GIF, which is what VHS makes. Create it with
// [NewFilm].
type Film struct {
	picture Picture
	shown   *image.NRGBA
	frame   Frame
	since   time.Time
	gif     gif.GIF
}

// NewFilm begins a film of pictures.
func NewFilm(p Picture) *Film { return &Film{picture: p} }

// longest is how long a film stays on one picture, at most.
const longest = 3 * time.Second

// Frame adds what the screen shows at a time.
func (m *Film) Frame(f Frame, at time.Time) error {
	if m.shown != nil && m.frame.Equal(f) {
		return nil
	}
	img, err := f.Image(m.picture)
	if err != nil {
		return err
	}
	changed := img.Rect
	if m.shown != nil && m.shown.Rect == img.Rect {
		changed = difference(m.shown, img)
	}
	part := image.NewNRGBA(image.Rect(0, 0, changed.Dx(), changed.Dy()))
	for y := range changed.Dy() {
		from := img.PixOffset(changed.Min.X, changed.Min.Y+y)
		copy(part.Pix[y*part.Stride:], img.Pix[from:from+4*changed.Dx()])
	}
	few, ok := indexed(part)
	if !ok {
		return fmt.Errorf("make the film: a picture has more than 256 colours, which smooth fonts make; leave out --font")
	}
	few.Rect = changed
	m.hold(at)
	m.gif.Image = append(m.gif.Image, few)
	m.gif.Delay = append(m.gif.Delay, 0)
	m.gif.Disposal = append(m.gif.Disposal, gif.DisposalNone)
	m.shown, m.frame, m.since = img, f, at
	return nil
}

// hold says how long the last picture was shown.
func (m *Film) hold(until time.Time) {
	if n := len(m.gif.Delay); n > 0 {
		m.gif.Delay[n-1] = int(min(max(until.Sub(m.since), 20*time.Millisecond), longest) / (10 * time.Millisecond))
	}
}

// Bytes is the file.
func (m *Film) Bytes() ([]byte, error) {
	if len(m.gif.Image) == 0 {
		return nil, nil
	}
	m.hold(m.since.Add(longest))
	m.gif.Config = image.Config{Width: m.shown.Rect.Dx(), Height: m.shown.Rect.Dy()}
	var b bytes.Buffer
	if err := gif.EncodeAll(&b, &m.gif); err != nil {
		return nil, fmt.Errorf("make the film: %w", err)
	}
	return b.Bytes(), nil
}

// difference is the smallest rectangle in which two images of one size differ,
// one pixel where they do not.
func difference(a, b *image.NRGBA) image.Rectangle {
	area := image.Rectangle{}
	w := a.Rect.Dx()
	for y := range a.Rect.Dy() {
		row := [2][]byte{a.Pix[y*a.Stride:][:4*w], b.Pix[y*b.Stride:][:4*w]}
		if bytes.Equal(row[0], row[1]) {
			continue
		}
		left, right := 0, w
		for bytes.Equal(row[0][4*left:4*left+4], row[1][4*left:4*left+4]) {
			left++
		}
		for bytes.Equal(row[0][4*right-4:4*right], row[1][4*right-4:4*right]) {
			right--
		}
		area = area.Union(image.Rect(left, y, right, y+1))
	}
	if area.Empty() {
		return image.Rect(0, 0, 1, 1)
	}
	return area
}
