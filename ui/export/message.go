package export

import "io"

// Messages are those of a remittance: the one that was sent, and its familiar copy.
type Messages struct {
	Reference      string // of the remittance
	Pacs008, MT103 []byte
	First          string // the format that is offered first: pacs008 or mt103
}

// The formats of a message.
const (
	Pacs008 = "pacs008"
	MT103   = "mt103"
)

// Formats are those that there are, the one that is offered first before the other.
func (m Messages) Formats() []string {
	if m.First == MT103 {
		return []string{MT103, Pacs008}
	}
	return []string{Pacs008, MT103}
}

// Name is the usual name of the file.
func (m Messages) Name(format string) string {
	if format == MT103 {
		return "mt103-" + m.Reference + ".txt"
	}
	return "pacs008-" + m.Reference + ".xml"
}

// Write writes the message byte for byte.
func (m Messages) Write(format string, w io.Writer) error {
	content := m.Pacs008
	if format == MT103 {
		content = m.MT103
	}
	_, err := w.Write(content)
	return err
}
