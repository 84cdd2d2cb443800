package tape

import (
	"fmt"
	"strings"
	"time"

	"smartbank/ui/headless"
)

// output is an Output that was begun.
type output struct {
	recording

	moving bool
}

// textRecording is VHS's: the lines of the screen and a rule of 80 dashes after
// every command.
type textRecording struct{ b strings.Builder }

func newTextRecording(Settings) recording { return &textRecording{} }

func (r *textRecording) frame(f headless.Frame, _ time.Time) error {
	r.b.WriteString(f.Text())
	r.b.WriteString(strings.Repeat("─", 80) + "\n")
	return nil
}

func (r *textRecording) files() (map[string][]byte, error) { return own([]byte(r.b.String()), nil) }

// own are the files of a recording that makes one.
func own(data []byte, err error) (map[string][]byte, error) {
	return map[string][]byte{"": data}, err
}

// still is a recording that keeps the last screen.
type still struct {
	ending  string
	picture headless.Picture
	last    *headless.Frame
}

// lastScreen is the kind of recording that keeps the last screen as a picture.
func lastScreen(ending string) func(Settings) recording {
	return func(s Settings) recording { return &still{ending: ending, picture: s.Picture} }
}

func (r *still) frame(f headless.Frame, _ time.Time) error {
	r.last = &f
	return nil
}

func (r *still) files() (map[string][]byte, error) {
	if r.last == nil {
		return nil, nil
	}
	return own(pictures[r.ending](*r.last, r.picture))
}

// folder is VHS's sequence of frames: a numbered picture for every screen that
// differs from the one before.
type folder struct {
	picture headless.Picture
	last    *headless.Frame
	made    map[string][]byte
}

func newFolder(s Settings) recording {
	return &folder{picture: s.Picture, made: make(map[string][]byte)}
}

func (r *folder) frame(f headless.Frame, _ time.Time) error {
	if r.last != nil && r.last.Equal(f) {
		return nil
	}
	r.last = &f
	data, err := f.PNG(r.picture)
	r.made[fmt.Sprintf("frame-%05d.png", len(r.made)+1)] = data
	return err
}

func (r *folder) files() (map[string][]byte, error) { return r.made, nil }

// cast is a recording for asciinema.
type cast struct{ *headless.Cast }

func newCast(s Settings) recording { return cast{headless.NewCast(s.CastVersion)} }

func (r cast) frame(f headless.Frame, at time.Time) error { return r.Frame(f, at) }

func (r cast) files() (map[string][]byte, error) { return own(r.Bytes()) }

// film is an animated picture.
type film struct{ *headless.Film }

func newFilm(s Settings) recording { return film{headless.NewFilm(s.Picture)} }

func (r film) frame(f headless.Frame, at time.Time) error { return r.Frame(f, at) }

func (r film) files() (map[string][]byte, error) { return own(r.Bytes()) }
