package tape

import (
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
type picture func(headless.Frame, headless.Picture) ([]byte, error)

// recording makes a file, or several, of many frames.
type recording interface {
	// frame is told what the screen shows: after every command, and if moving after
	// every key and timer too.
	frame(f headless.Frame, at time.Time) error
	// files are the files by their names, "" for the output's own.
	files() (map[string][]byte, error)
}

// recorder begins a recording with the tape's settings.
type recorder struct {
	begin  func(Settings) recording
	moving bool // frames between commands count too
}

// pictures are the kinds of screenshots by the endings of their files.
var pictures = map[string]picture{
	".txt": func(f headless.Frame, _ headless.Picture) ([]byte, error) { return []byte(f.Text()), nil },
	".svg": func(f headless.Frame, p headless.Picture) ([]byte, error) { return f.SVG(p), nil },
	".png": headless.Frame.PNG,
}

// recordings are the kinds of outputs by the endings of their files. A .png
// shows the last screen; a folder, whose name has none, a picture a command.
var recordings = map[string]recorder{
	".txt": {begin: newTextRecording}, ".ascii": {begin: newTextRecording}, ".test": {begin: newTextRecording},
	".svg": {begin: lastScreen(".svg")}, ".png": {begin: lastScreen(".png")}, "": {begin: newFolder},
	".cast": {begin: newCast, moving: true}, ".gif": {begin: newFilm, moving: true},
}

// films are VHS's outputs that need a video encoder: a tape may ask for them, and
// they are not made.
var films = map[string]bool{".mp4": true, ".webm": true}

func parseScreenshot(p *parser) Command {
	name, ok := p.path("Screenshot", kinds(pictures), endings(pictures))
	if !ok {
		return nil
	}
	return Screenshot{p.pos(p.at), name}
}

// parseOutput reads "Output name". As in VHS, what has an ending that means nothing becomes a GIF.
func parseOutput(p *parser) Command {
	folder := strings.HasSuffix(p.peek.text, "/")
	at := p.peek
	name, ok := p.inside("Output")
	switch _, known := recordings[path.Ext(name)]; {
	case !ok:
		return nil
	case folder:
		name += "/"
	case path.Ext(name) == "":
		p.fail(at, "Output takes %s, or a folder/, not %q", kinds(recordings), name)
		return nil
	case !known && !films[path.Ext(name)]:
		p.warn(p.pos(p.at), "Output %s will be a GIF, as VHS makes it", name)
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
		if ending != "" {
			names = append(names, ending)
		}
	}
	slices.Sort(names)
	return "a " + strings.Join(names, " or ") + " file"
}

func (c Screenshot) play(p *player) error {
	if err := p.running(c); err != nil {
		return err
	}
	data, err := pictures[path.Ext(c.Path)](p.driver.Frame(), p.settings.Picture)
	if err == nil {
		err = p.Files.WriteFile(c.Path, data)
	}
	if err != nil {
		return &FileError{c.At(), c.Path, err}
	}
	return nil
}

func (c Output) play(p *player) error {
	ending := path.Ext(c.Path)
	if films[ending] {
		p.notMade = append(p.notMade, c.Path)
		return nil
	}
	if _, open := p.outputs[c.Path]; !open {
		kind, known := recordings[ending]
		if !known {
			kind = recordings[".gif"]
		}
		p.outputs[c.Path] = output{kind.begin(p.settings), kind.moving}
		p.moving = p.moving || kind.moving
	}
	return nil
}
