package fx

import (
	"bytes"
	"encoding/xml"
	"strings"

	"smartbank/ui/component"
)

// wraps are the elements around all others of a message: they say nothing of the one remittance that is in it.
var wraps = map[string]bool{"Envelope": true, "Document": true, "FIToFICstmrCdtTrf": true}

// speakMessage is a message for a page that is heard: a list, of which a portion is said at a time. Of XML its elements with a value are said, each
// after those that it is in: nobody wants to hear the tags.
func speakMessage(l component.Look, message []byte) string {
	lines := xmlValues(message)
	if lines == nil {
		for line := range bytes.Lines(message) {
			lines = append(lines, strings.TrimRight(string(line), "\r\n"))
		}
	}
	rows := make([][]string, len(lines))
	for i, line := range lines {
		rows[i] = []string{component.Clean(line)}
	}
	return component.SpeakRows(l, nil, rows, 0)
}

// xmlValues are the values of a document: "CdtTrfTxInf Dbtr Nm: LEE BADA". It is nil for what is no XML.
func xmlValues(document []byte) []string {
	var values, path []string
	tokens := xml.NewDecoder(bytes.NewReader(document))
	for {
		token, err := tokens.Token()
		if err != nil { // the end, or no XML
			return values
		}
		switch token := token.(type) {
		case xml.StartElement:
			names := []string{token.Name.Local}
			for _, a := range token.Attr {
				if a.Name.Local != "xmlns" {
					names = append(names, a.Name.Local, a.Value)
				}
			}
			path = append(path, strings.Join(names, " "))
		case xml.EndElement:
			path = path[:len(path)-1]
		case xml.CharData:
			if value := strings.TrimSpace(string(token)); value != "" && len(path) > 0 {
				values = append(values, inside(path)+": "+value)
			}
		}
	}
}

// inside are the elements of a path but those around the message.
func inside(path []string) string {
	var names []string
	for _, name := range path {
		if !wraps[name] {
			names = append(names, name)
		}
	}
	return strings.Join(names, " ")
}
