package tape

import (
	"fmt"
	"path"
	"slices"
	"strings"
	"time"

	"smartbank/ui/headless"
)

// Screenshot writes the screen to a file.
type Screenshot struct {
	Pos
	Path string
}

// String is "Screenshot "name.txt"".
func (c Screenshot) String() string { return "Screenshot " + quoted(c.Path) }

// Output writes the screen after every command to a file, from here on.
type Output struct {
	Pos
	Path string
}

// String is "Output "name.txt"".
func (c Output) String() string { return "Output " + quoted(c.Path) }

// picture makes a file of a frame.
type picture func(headless.Frame) ([]byte, error)

// recording makes a file of many frames.
type recording interface {
	// frame is told what the screen shows after a command.
	frame(f headless.Frame, at time.Time) error
	// bytes is the file.
	bytes() ([]byte, error)
}

// pictures are the kinds of screenshots by the endings of their files.
var pictures = map[string]picture{
	".txt": func(f headless.Frame) ([]byte, error) { return []byte(f.Text()), nil },
}

// recordings are the kinds of outputs by the endings of their files.
var recordings = map[string]func() recording{
	".txt": newTextRecording, ".ascii": newTextRecording, ".test": newTextRecording,
}

func parseScreenshot(p *parser) Command {
	name, ok := p.path("Screenshot", kinds(pictures), endings(pictures))
	if !ok {
		return nil
	}
	return Screenshot{p.pos(p.at), name}
}

func parseOutput(p *parser) Command {
	name, ok := p.path("Output", kinds(recordings), endings(recordings))
	if !ok {
		return nil
	}
	return Output{p.pos(p.at), name}
}

// endings are the keys of a table of kinds.
func endings[T any](table map[string]T) map[string]bool {
	set := make(map[string]bool)
	for ending := range table {
		set[ending] = true
	}
	return set
}

// kinds names the endings for an error.
func kinds[T any](table map[string]T) string {
	var names []string
	for ending := range table {
		names = append(names, ending)
	}
	slices.Sort(names)
	return "a " + strings.Join(names, " or ") + " file"
}

func (c Screenshot) play(p *player) error {
	if err := p.running(c); err != nil {
		return err
	}
	data, err := pictures[path.Ext(c.Path)](p.driver.Frame())
	if err == nil {
		err = p.files.WriteFile(c.Path, data)
	}
	if err != nil {
		return fmt.Errorf("%v: write the screenshot: %w", c.At(), err)
	}
	return nil
}

func (c Output) play(p *player) error {
	if _, open := p.outputs[c.Path]; !open {
		p.outputs[c.Path] = recordings[path.Ext(c.Path)]()
	}
	return nil
}

// textRecording is VHS's: the lines of the screen and a rule of 80 dashes after
// every command.
type textRecording struct{ b strings.Builder }

func newTextRecording() recording { return &textRecording{} }

func (r *textRecording) frame(f headless.Frame, _ time.Time) error {
	r.b.WriteString(f.Text())
	r.b.WriteString(strings.Repeat("─", 80) + "\n")
	return nil
}

func (r *textRecording) bytes() ([]byte, error) { return []byte(r.b.String()), nil }
