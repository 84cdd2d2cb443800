package tape

import (
	"io/fs"
)

// source reads another tape into this one. As in VHS, it may not source one
// itself, and its Outputs are dropped.
func (p *parser) source() {
	t := p.peek
	name, ok := p.path("Source", "a .tape file", map[string]bool{".tape": true})
	switch {
	case !ok:
		return
	case p.sourced:
		p.fail(p.at, "a sourced tape cannot source another one")
		return
	case p.folder == nil:
		p.fail(t, "Source %s: there is no folder to read it from", name)
		return
	}
	text, err := open(p.folder, name)
	if err != nil {
		p.fail(t, "Source %s: the file cannot be read", name)
		return
	}
	inner := &parser{file: name, folder: p.folder, sourced: true}
	inner.text(text)
	p.problems = append(p.problems, inner.problems...)
	p.warnings = append(p.warnings, inner.warnings...)
	for _, c := range inner.commands {
		if _, isOutput := c.(Output); !isOutput {
			p.commands = append(p.commands, c)
		}
	}
}

// open reads a file of a folder, if it is one: what is a pipe or a device there
// might never end.
func open(folder fs.FS, name string) ([]byte, error) {
	info, err := fs.Stat(folder, name)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, fs.ErrInvalid
	}
	f, err := folder.Open(name)
	if err != nil {
		return nil, err
	}
	return read(f)
}
