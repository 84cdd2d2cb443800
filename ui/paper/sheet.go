package paper

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/go-pdf/fpdf"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/text/unicode/norm"
	"rsc.io/qr"
)

// The page in millimetres: A4, with margins.
const (
	pageWidth  = 210.0
	pageHeight = 297.0
	margin     = 18.0
)

// Line is a name and what it stands for.
type Line struct{ Label, Value string }

// Look is what a customer may choose of a sheet's look, and who made it when.
type Look struct {
	Font []byte    // a TrueType font; nil makes one of the characters that are used
	At   time.Time // written into the file as the time it was made
}

// sheet is a PDF that is being written.
type sheet struct {
	*fpdf.Fpdf
}

// newSheet begins a PDF that will show text and nothing else.
func newSheet(look Look, title, text string) *sheet {
	s := &sheet{fpdf.New("P", "mm", "A4", "")}
	fontFile := look.Font
	if fontFile == nil {
		fontFile = Font(text)
	}
	s.AddUTF8FontFromBytes(FontName, "", fontFile)
	s.SetCatalogSort(true)
	s.SetCreationDate(look.At)
	s.SetModificationDate(look.At)
	s.SetProducer("smartbank", true)
	s.SetTitle(title, true)
	s.SetMargins(margin, margin, margin)
	s.SetAutoPageBreak(false, margin)
	return s
}

// bytes is the finished file.
func (s *sheet) bytes() ([]byte, error) {
	var file bytes.Buffer
	if err := s.Output(&file); err != nil {
		return nil, fmt.Errorf("write PDF: %w", err)
	}
	return file.Bytes(), nil
}

// size sets the size of what is written next, in points.
func (s *sheet) size(points float64) { s.SetFont(FontName, "", points) }

// text writes a line at the left, or with right at the right of a column.
func (s *sheet) text(x, y, w, h float64, text string, right bool) {
	s.SetXY(x, y)
	align := "LM"
	if right {
		align = "RM"
	}
	s.CellFormat(w, h, text, "", 0, align, false, 0, "")
}

// rule draws a thin line across the page.
func (s *sheet) rule(y float64) {
	s.SetDrawColor(160, 160, 160)
	s.SetLineWidth(0.2)
	s.Line(margin, y, pageWidth-margin, y)
}

// wrap breaks text into lines of at most w millimetres: between words where it
// can, else between characters.
func (s *sheet) wrap(text string, w float64) []string {
	var lines []string
	line := ""
	for word := range strings.FieldsSeq(text) {
		joined := strings.TrimPrefix(line+" "+word, " ")
		if s.GetStringWidth(joined) <= w {
			line = joined
			continue
		}
		if line != "" {
			lines = append(lines, line)
		}
		line = word
		for s.GetStringWidth(line) > w {
			cut := len(line)
			for cut > 0 && s.GetStringWidth(line[:cut]) > w {
				_, size := utf8.DecodeLastRuneInString(line[:cut])
				cut -= size
			}
			if cut == 0 {
				break // not even one character fits
			}
			lines, line = append(lines, line[:cut]), line[cut:]
		}
	}
	if line != "" || len(lines) == 0 {
		lines = append(lines, line)
	}
	return lines
}

// cut shortens text to w millimetres, with a sign that it was.
func (s *sheet) cut(text string, w float64) string {
	if s.GetStringWidth(text) <= w {
		return text
	}
	for text != "" && s.GetStringWidth(text+"…") > w {
		_, size := utf8.DecodeLastRuneInString(text)
		text = text[:len(text)-size]
	}
	return text + "…"
}

// code draws a QR code (ISO/IEC 18004) of text, size millimetres wide with its
// quiet zone of four modules.
func (s *sheet) code(x, y, size float64, text string) error {
	c, err := qr.Encode(text, qr.M)
	if err != nil {
		return fmt.Errorf("make QR code: %w", err)
	}
	module := size / float64(c.Size+8)
	s.SetFillColor(0, 0, 0)
	for row := range c.Size {
		for column := range c.Size {
			if c.Black(column, row) {
				s.Rect(x+float64(column+4)*module, y+float64(row+4)*module, module, module, "F")
			}
		}
	}
	return nil
}

// errFont is a font of the customer's that cannot be used.
var errFont = errors.New("not a TrueType font that can be embedded")

// CheckFont reports whether a file can be given as [Look.Font].
func CheckFont(file []byte) error {
	if len(file) < 12 || (!bytes.Equal(file[:4], []byte{0, 1, 0, 0}) && string(file[:4]) != "true") {
		return errFont // an OpenType font with other outlines cannot be embedded
	}
	if _, err := sfnt.Parse(file); err != nil {
		return fmt.Errorf("%w: %w", errFont, err)
	}
	_, err := Receipt{Title: "가A1"}.PDF(Look{Font: file})
	return err
}

// clean is text as it is printed: composed, without what has no picture.
func clean(text string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' || r == utf8.RuneError || r == 0x7f {
			return -1
		}
		return r
	}, norm.NFC.String(text))
}
