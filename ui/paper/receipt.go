package paper

import "strings"

// Receipt is one page about one order.
type Receipt struct {
	Bank  string // who gives it
	Title string
	Lines []Line
	Code  string // what the QR code says; "" has none
	Foot  string
}

// PDF prints the receipt on one A4 page. The same receipt and look give the same
// bytes. It returns an error for a font that cannot be used.
func (r Receipt) PDF(look Look) ([]byte, error) {
	r = r.cleaned()
	s := newSheet(look, r.Title, r.characters())
	s.AddPage()
	s.size(10)
	s.text(margin, margin, 120, 6, r.Bank, false)
	s.size(20)
	s.text(margin, margin+9, 120, 10, r.Title, false)
	if r.Code != "" {
		const side = 34
		if err := s.code(pageWidth-margin-side, margin-4, side, r.Code); err != nil {
			return nil, err
		}
	}
	y := margin + 32.0
	s.rule(y)
	y += 4
	s.size(11)
	const label, row = 52.0, 6.0
	for _, l := range r.Lines {
		for i, text := range s.wrap(l.Value, pageWidth-2*margin-label) {
			if i == 0 {
				s.text(margin, y, label, row, s.cut(l.Label, label-2), false)
			}
			s.text(margin+label, y, pageWidth-2*margin-label, row, text, false)
			y += row
		}
		y += 1.5
	}
	s.rule(y + 2)
	y += 6
	s.size(9)
	for _, text := range s.wrap(r.Foot, pageWidth-2*margin) {
		s.text(margin, y, pageWidth-2*margin, 5, text, false)
		y += 5
	}
	return s.bytes()
}

// cleaned is the receipt with only what can be printed.
func (r Receipt) cleaned() Receipt {
	c := Receipt{clean(r.Bank), clean(r.Title), nil, r.Code, clean(r.Foot)}
	for _, l := range r.Lines {
		c.Lines = append(c.Lines, Line{clean(l.Label), clean(l.Value)})
	}
	return c
}

// characters are all that the receipt uses.
func (r Receipt) characters() string {
	var b strings.Builder
	b.WriteString(r.Bank + r.Title + r.Foot + "…")
	for _, l := range r.Lines {
		b.WriteString(l.Label + l.Value)
	}
	return b.String()
}
