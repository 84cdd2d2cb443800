package iso

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"slices"
	"strings"
)

// maxDepth is how deep elements may be nested. The schema needs less than twenty.
const maxDepth = 40

// repeatable are the elements that may stand beside another of their name: those of the schema, wherever they are.
var repeatable = strings.Fields("AdrLine ChrgsInf Ustrd Strd Othr InstrForCdtrAgt InstrForNxtAgt RgltryRptg Dtls Inf RltdRmtInf SplmtryData CdtTrfTxInf " +
	"RfrdDocInf LineDtls Id AdjstmntAmtAndRsn DscntApldAmt TaxAmt AddtlRmtInf Rcrd Envlp RmtLctnDtls Cd SvcLvl")

// scanner goes through the elements of a message: where its document stands, and what has text.
type scanner struct {
	start, end int // of the document
	business   bool
	fields     []Field

	open     []string // the elements we are in
	siblings []map[string]bool
	text     strings.Builder
	line     int
}

// scan goes through a message: one Document of our namespace, without a document type, not too deep.
func scan(message []byte) (scanner, *InvalidError) {
	s := scanner{start: -1, siblings: []map[string]bool{{}}}
	for d := xml.NewDecoder(bytes.NewReader(message)); ; {
		before := int(d.InputOffset())
		s.line, _ = d.InputPos()
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return s, s.malformed(err.Error(), "XML")
		}
		switch token := token.(type) {
		case xml.Directive:
			return s, s.malformed("<!", "XML")
		case xml.StartElement:
			if bad := s.enter(token.Name, before); bad != nil {
				return s, bad
			}
		case xml.CharData:
			s.text.Write(token)
		case xml.EndElement:
			s.leave(int(d.InputOffset()))
		}
	}
	if s.start < 0 {
		return s, &InvalidError{Problem: Malformed, Line: 1, Want: "Document"}
	}
	return s, nil
}

func (s *scanner) malformed(got, want string) *InvalidError {
	return &InvalidError{Problem: Malformed, Line: s.line, Got: got, Want: want}
}

// enter takes the start of an element, which stands at an offset.
func (s *scanner) enter(name xml.Name, offset int) *InvalidError {
	if name.Local == "Document" {
		if s.start >= 0 || name.Space != pacs008Space {
			return s.malformed(name.Space, pacs008Space)
		}
		s.start = offset
	}
	s.business = s.business || name.Local == "AppHdr"
	s.open = append(s.open, name.Local)
	s.text.Reset()
	if len(s.open) > maxDepth {
		return s.malformed(name.Local, "")
	}
	beside := s.siblings[len(s.siblings)-1]
	if path := s.path(); path != "" && beside[name.Local] && !slices.Contains(repeatable, name.Local) {
		return &InvalidError{Problem: Repeated, Field: path, Line: s.line}
	}
	beside[name.Local] = true
	s.siblings = append(s.siblings, map[string]bool{})
	return nil
}

// leave takes the end of an element, up to an offset.
func (s *scanner) leave(offset int) {
	last := len(s.open) - 1
	if path := s.path(); path != "" && len(s.siblings[last+1]) == 0 {
		s.fields = append(s.fields, Field{path, s.text.String(), s.line})
	}
	if s.open[last] == "Document" {
		s.end = offset
	}
	s.open, s.siblings = s.open[:last], s.siblings[:last+1]
}

// path is the path of the element we are in below FIToFICstmrCdtTrf, "" outside it.
func (s *scanner) path() string {
	if at := slices.Index(s.open, "FIToFICstmrCdtTrf"); at >= 0 && at+1 < len(s.open) {
		return strings.Join(s.open[at+1:], "/")
	}
	return ""
}
