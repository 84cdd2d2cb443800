// Package paper prints: receipts and statements as PDF, in a font that it makes
// itself, so that the same receipt is the same bytes on every machine.
package paper

import (
	"bytes"
	"encoding/binary"
	"maps"
	"slices"
	"unicode/utf16"
)

// The measures of the font, in units: a pixel of the bitmap font is 64, a line of
// 16 pixels is the em.
const (
	unit      = 64
	em        = 16 * unit
	ascender  = 12 * unit
	descender = -4 * unit
	halfWidth = 6 * unit // of a glyph that is missing
)

// FontName is what the font calls itself.
const FontName = "Smartbank"

// Font is a TrueType font (ISO/IEC 14496-22) with the characters of text that the
// bitmap font has, and an empty box for the others. Characters beyond U+FFFF are left out: its table of characters (format 4) has no room for them.
func Font(text string) []byte {
	runes := map[rune]bool{' ': true}
	for _, r := range text {
		if r < 0xffff && r >= ' ' {
			runes[r] = true
		}
	}
	f := &fontFile{}
	f.add(0, glyph{advance: halfWidth / unit, outlines: [][]point{{{1, 0}, {1, 9}, {5, 9}, {5, 0}}, {{2, 1}, {4, 1}, {4, 8}, {2, 8}}}})
	for _, r := range slices.Sorted(maps.Keys(runes)) {
		if g, known := trace(r); known {
			f.add(r, g)
		}
	}
	return f.file()
}

// fontFile are the tables that grow with every glyph.
type fontFile struct {
	runes    []rune // of glyph 1 and on
	glyf     []byte
	loca     []uint32 // where each glyph begins
	hmtx     []byte
	corners  int // the most of a glyph
	lines    int
	advances int // the widest
	box      [4]int
}

// add adds a glyph. Rune 0 is the missing one, which is the first.
func (f *fontFile) add(r rune, g glyph) {
	if r != 0 {
		f.runes = append(f.runes, r)
	}
	f.loca = append(f.loca, uint32(len(f.glyf))) //nolint:gosec // some kilobytes
	body, box, corners := encodeGlyph(g)
	f.glyf = append(f.glyf, body...)
	f.hmtx = be16(f.hmtx, g.advance*unit, box[0])
	f.corners, f.lines, f.advances = max(f.corners, corners), max(f.lines, len(g.outlines)), max(f.advances, g.advance*unit)
	f.box = [4]int{min(f.box[0], box[0]), min(f.box[1], box[1]), max(f.box[2], box[2]), max(f.box[3], box[3])}
}

// encodeGlyph is a simple glyph: lines that end, flags, and coordinates as
// differences of 16 bits. A glyph without outlines, such as a space, has no data.
func encodeGlyph(g glyph) (body []byte, box [4]int, corners int) {
	if len(g.outlines) == 0 {
		return nil, box, 0
	}
	var flags, xs, ys, ends []byte
	box = [4]int{1 << 14, 1 << 14, -1 << 14, -1 << 14}
	before := point{}
	for _, outline := range g.outlines {
		for _, p := range outline {
			p = point{p.x * unit, p.y * unit}
			flags = append(flags, 1) // on the curve
			xs, ys = be16(xs, p.x-before.x), be16(ys, p.y-before.y)
			box = [4]int{min(box[0], p.x), min(box[1], p.y), max(box[2], p.x), max(box[3], p.y)}
			before = p
		}
		corners += len(outline)
		ends = be16(ends, corners-1)
	}
	body = be16(nil, len(g.outlines), box[0], box[1], box[2], box[3])
	body = append(body, ends...)
	body = be16(body, 0) // no instructions
	body = append(append(append(body, flags...), xs...), ys...)
	for len(body)%4 != 0 {
		body = append(body, 0)
	}
	return body, box, corners
}

// file puts the tables together (chapter "Organization of an OpenType font").
func (f *fontFile) file() []byte {
	glyphs := len(f.loca)
	loca := make([]byte, 0, 4*(glyphs+1))
	for _, at := range append(slices.Clone(f.loca), uint32(len(f.glyf))) { //nolint:gosec // some kilobytes
		loca = binary.BigEndian.AppendUint32(loca, at)
	}
	maxp := be16(be32(nil, 0x00010000), glyphs, f.corners, f.lines, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0)
	hhea := be16(be32(nil, 0x00010000), ascender, descender, 0, f.advances, 0, 0, f.box[2], 1, 0, 0, 0, 0, 0, 0, 0, glyphs)
	head := be32(be32(be32(be32(nil, 0x00010000), 0x00010000), 0), 0x5f0f3cf5)
	head = be16(head, 0x000b, em)
	head = append(head, make([]byte, 16)...) // created and modified: the same bytes every day
	head = be16(head, f.box[0], f.box[1], f.box[2], f.box[3], 0, 8, 2, 1, 0)
	post := be32(be32(be16(be32(be32(nil, 0x00030000), 0), -unit, unit), 0), 0)
	post = append(post, make([]byte, 12)...)
	tables := map[string][]byte{
		"OS/2": f.os2(), "cmap": f.cmap(), "glyf": f.glyf, "head": head, "hhea": hhea, "hmtx": f.hmtx,
		"loca": loca, "maxp": maxp, "name": names(), "post": post,
	}
	return assemble(tables)
}

// assemble writes the directory and the tables, and makes the sum over the whole
// file what the specification wants.
func assemble(tables map[string][]byte) []byte {
	tags := slices.Sorted(maps.Keys(tables))
	file := be16(be32(nil, 0x00010000), len(tags), 128, 3, len(tags)*16-128)
	at := 12 + 16*len(tags)
	var body []byte
	head := 0
	for _, tag := range tags {
		table := tables[tag]
		size := len(table)
		for len(table)%4 != 0 {
			table = append(table, 0)
		}
		if tag == "head" {
			head = at + len(body)
		}
		file = append(file, tag...)
		file = be32(be32(be32(file, sum(table)), uint32(at+len(body))), uint32(size)) //nolint:gosec // some kilobytes
		body = append(body, table...)
	}
	file = append(file, body...)
	binary.BigEndian.PutUint32(file[head+8:], 0xb1b0afba-sum(file))
	return file
}

// cmap maps characters to glyphs: one segment of format 4 for every run of
// characters that follow each other.
func (f *fontFile) cmap() []byte {
	type segment struct{ first, last, glyph int }
	var segments []segment
	for i, r := range f.runes {
		if n := len(segments); n > 0 && segments[n-1].last == int(r)-1 {
			segments[n-1].last++
			continue
		}
		segments = append(segments, segment{int(r), int(r), i + 1})
	}
	segments = append(segments, segment{0xffff, 0xffff, 0})
	var ends, starts, deltas []byte
	for _, s := range segments {
		ends, starts = be16(ends, s.last), be16(starts, s.first)
		deltas = be16(deltas, (s.glyph-s.first)&0xffff)
	}
	n, search, steps := len(segments), 2, 0
	for search*2 <= 2*n {
		search, steps = search*2, steps+1
	}
	table := be16(nil, 4, 16+8*n, 0, 2*n, search, steps, 2*n-search)
	table = append(append(table, ends...), 0, 0)
	table = append(append(append(table, starts...), deltas...), make([]byte, 2*n)...)
	return append(be32(be16(nil, 0, 1, 3, 1), 12), table...)
}

// os2 says how heavy and wide the font is, and that it may be embedded.
func (f *fontFile) os2() []byte {
	t := be16(nil, 4, 9*unit, 400, 5, 0) // version, average width, weight, width, embedding
	t = be16(t, em/2, em/2, 0, em/8, em/2, em/2, 0, em/3, unit, 4*unit, 0)
	t = append(t, make([]byte, 10+16)...) // panose and ranges are not classified
	t = append(t, "    "...)
	first, last := ' ', ' '
	if len(f.runes) > 0 {
		first, last = f.runes[0], f.runes[len(f.runes)-1]
	}
	t = be16(t, 0x40, int(first), int(last), ascender, descender, 0, ascender, -descender)
	t = append(t, make([]byte, 8)...) // code pages
	return be16(t, 7*unit, 9*unit, 0, ' ', 1)
}

// names are what the font is called, in Unicode.
func names() []byte {
	values := map[int]string{1: FontName, 2: "Regular", 3: FontName + " 1", 4: FontName, 5: "Version 1", 6: FontName}
	ids := slices.Sorted(maps.Keys(values))
	var text bytes.Buffer
	records := be16(nil, 0, len(ids), 6+12*len(ids))
	for _, id := range ids {
		encoded := []byte{}
		for _, u := range utf16.Encode([]rune(values[id])) {
			encoded = be16(encoded, int(u))
		}
		records = be16(records, 3, 1, 0x409, id, len(encoded), text.Len())
		text.Write(encoded)
	}
	return append(records, text.Bytes()...)
}

// sum is a table's checksum: its 32-bit words added.
func sum(table []byte) uint32 {
	var total uint32
	for i := 0; i+4 <= len(table); i += 4 {
		total += binary.BigEndian.Uint32(table[i:])
	}
	return total
}

// be16 appends numbers as 16 bits, most significant byte first.
func be16(to []byte, numbers ...int) []byte {
	for _, n := range numbers {
		to = binary.BigEndian.AppendUint16(to, uint16(n)) //nolint:gosec // two's complement is what the format wants
	}
	return to
}

func be32(to []byte, n uint32) []byte { return binary.BigEndian.AppendUint32(to, n) }
