package powertest_test

import (
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
)

// sector is what a disk writes whole or not at all.
const sector = 512

// change is a write or a change of size that nobody has waited for.
type change struct {
	offset int64
	data   []byte
	size   int64 // of a truncation; -1 for a write
	at     int
}

func (c change) to(content []byte) []byte {
	if c.size >= 0 {
		return resize(content, c.size)
	}
	if end := c.offset + int64(len(c.data)); end > int64(len(content)) {
		content = resize(content, end)
	}
	copy(content[c.offset:], c.data)
	return content
}

func resize(content []byte, size int64) []byte {
	if int64(len(content)) >= size {
		return content[:size]
	}
	return append(content, make([]byte, size-int64(len(content)))...)
}

// inode is a file, whatever its names.
type inode struct {
	durable []byte
	pending []change
	size    int64 // as the process sees it
}

// naming is a change of the folder that nobody has waited for.
type naming struct {
	event

	file *inode
}

// disk is what a disk holds, and what the system has for it.
type disk struct {
	names   map[string]*inode // as the process sees them
	durable map[string]*inode
	naming  []naming
	told    int // events that happened
}

func newDisk(files map[string][]byte) *disk {
	d := &disk{names: map[string]*inode{}, durable: map[string]*inode{}}
	for path, content := range files {
		file := &inode{durable: slices.Clone(content), size: int64(len(content))}
		d.names[path], d.durable[path] = file, file
	}
	return d
}

// happens carries out an event.
func (d *disk) happens(e event) {
	d.told++
	file := d.names[e.path]
	switch e.kind {
	case said:
	case create:
		if file != nil {
			return
		}
		file = &inode{}
		d.names[e.path] = file
		d.naming = append(d.naming, naming{e, file})
	case write:
		if file == nil {
			panic("a write to " + e.path + ", which nobody made: the trace is not understood")
		}
		if e.offset < 0 {
			e.offset = file.size
		}
		file.size = max(file.size, e.offset+int64(len(e.data)))
		file.pending = append(file.pending, change{e.offset, e.data, -1, e.at})
	case truncate:
		if file != nil {
			file.size = e.size
			file.pending = append(file.pending, change{size: e.size, at: e.at})
		}
	case sync:
		d.waits(e, file)
	case link, rename, unlink:
		d.naming = append(d.naming, naming{e, file})
		apply(d.names, naming{e, file})
	}
}

// waits is a sync that returned: what was given before it began is on the disk.
func (d *disk) waits(e event, file *inode) {
	if file == nil { // a folder
		n := 0
		for n < len(d.naming) && d.naming[n].at < e.from {
			apply(d.durable, d.naming[n])
			n++
		}
		d.naming = slices.Clone(d.naming[n:])
		return
	}
	n := 0
	for n < len(file.pending) && file.pending[n].at < e.from {
		file.durable = file.pending[n].to(file.durable)
		n++
	}
	file.pending = slices.Clone(file.pending[n:])
}

func apply(names map[string]*inode, n naming) {
	switch n.kind {
	case create:
		names[n.path] = n.file
	case link:
		names[n.to] = n.file
	case rename:
		names[n.to] = n.file
		delete(names, n.path)
	default:
		delete(names, n.path)
	}
}

// What becomes of the writes that nobody waited for.
const (
	dropped   = iota
	kept      // all of them
	subset    // some of them
	torn      // some sectors of each
	reordered // of each sector any version, or none
	losses
)

// fails is what the disk holds if power is lost now. What was waited for is always there.
func (d *disk) fails(dice *rand.Rand) map[string][]byte {
	how := dice.IntN(losses)
	names := maps.Clone(d.durable)
	some := d.naming // names change in the order they were given
	switch how {
	case dropped:
		some = nil
	case kept:
	default:
		some = some[:dice.IntN(len(some)+1)]
	}
	for _, n := range some {
		apply(names, n)
	}
	files := map[string][]byte{}
	for path, file := range names {
		files[path] = file.fails(how, dice)
	}
	return files
}

func (f *inode) fails(how int, dice *rand.Rand) []byte {
	content := slices.Clone(f.durable)
	pending := f.pending
	switch how {
	case dropped:
		return content
	case kept:
	case reordered:
		pending = slices.Clone(pending)
		dice.Shuffle(len(pending), func(i, j int) { pending[i], pending[j] = pending[j], pending[i] })
	}
	for _, c := range pending {
		switch {
		case how == subset && dice.IntN(2) == 0:
		case how == kept, how == subset, c.size >= 0 && dice.IntN(2) == 0:
			content = c.to(content)
		case c.size >= 0:
		default:
			for _, part := range c.sectors() {
				if dice.IntN(2) == 0 {
					content = part.to(content)
				}
			}
		}
	}
	return content
}

// sectors cuts a write where the sectors of a disk end.
func (c change) sectors() []change {
	var parts []change
	for offset, data := c.offset, c.data; len(data) > 0; {
		n := min(len(data), int(sector-offset%sector))
		parts = append(parts, change{offset: offset, data: data[:n], size: -1})
		offset, data = offset+int64(n), data[n:]
	}
	return parts
}

// put writes files of an image into a folder, under the names they had in another.
func put(files map[string][]byte, from, folder string) error {
	for path, content := range files {
		name, err := filepath.Rel(from, path)
		if err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(folder, name), content, 0o600); err != nil {
			return err
		}
	}
	return nil
}
