package iso

import (
	"encoding/xml"
	"fmt"
	"strconv"
	"strings"
	"time"
)

// MaxPacs is how many bytes a pacs.008 may have.
const MaxPacs = 1 << 20

// Pacs008 is a message that was read.
type Pacs008 struct {
	Transfer CreditTransfer
	Group    Group
	Fields   []Field // the elements with text, in order; their tags are paths below FIToFICstmrCdtTrf
}

// ParsePacs008 reads an ISO 20022 pacs.008.001.08, by itself or in an envelope with a business application header.
// Elements that a [CreditTransfer] has no place for are passed over; what it reads has the schema's form and keeps to the
// usage guidelines of CBPR+.
//
// What is refused is an [*InvalidError], whose field is the path of an element; the fields read so far are returned
// with it.
func ParsePacs008(message []byte) (Pacs008, error) {
	var m Pacs008
	if bad := m.read(message); bad != nil {
		return m, fmt.Errorf("read pacs.008: %w", bad)
	}
	return m, nil
}

func (m *Pacs008) read(message []byte) *InvalidError {
	if len(message) > MaxPacs {
		return problem(TooLarge, strconv.Itoa(len(message)), strconv.Itoa(MaxPacs))
	}
	found, bad := scan(message)
	m.Fields, m.Group.Business = found.fields, found.business
	if bad != nil {
		return bad
	}
	var document pacsDocument
	if err := xml.Unmarshal(message[found.start:found.end], &document); err != nil {
		return &InvalidError{Problem: Malformed, Got: err.Error(), Want: "pacs.008.001.08"}
	}
	if bad = m.readGroup(document); bad != nil {
		return m.located(bad)
	}
	var r pacsReader
	if bad = r.readPacs(document.Transactions[0]); bad != nil {
		return m.located(bad.in("CdtTrfTxInf/"+bad.Field, ""))
	}
	m.Transfer = r.Normal()
	return nil
}

// located gives a problem the line of its element, if that is there.
func (m *Pacs008) located(bad *InvalidError) *InvalidError {
	for _, f := range m.Fields {
		if bad.Line == 0 && strings.HasPrefix(f.Tag, bad.Field) {
			bad.Line = f.Line
		}
	}
	return bad
}

// readGroup reads what stands before the transaction, of which there must be one.
func (m *Pacs008) readGroup(d pacsDocument) *InvalidError {
	created, err := time.Parse(time.RFC3339, d.Created)
	switch {
	case d.ID == "" || len(d.ID) > 35:
		return problem(Missing, d.ID, "").in("GrpHdr/MsgId", "")
	case err != nil:
		return problem(BadDate, d.Created, "2026-11-05T10:00:00+09:00").in("GrpHdr/CreDtTm", "")
	case d.Count != "1" || len(d.Transactions) != 1:
		return problem(UnknownCode, d.Count, "1").in("GrpHdr/NbOfTxs", "")
	case d.Method != "INDA" && d.Method != "INGA" && d.Method != "COVE":
		return problem(UnknownCode, d.Method, "INDA, INGA, COVE").in("GrpHdr/SttlmInf/SttlmMtd", "")
	}
	m.Group.ID, m.Group.Created = d.ID, created
	return nil
}
