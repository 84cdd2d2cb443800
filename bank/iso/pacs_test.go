package iso_test

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"testing"

	"pgregory.net/rapid"

	"smartbank/bank/iso"
)

const published = "../../../shared/data/pacs008"

// schema is the published schema, where it is.
func schema(t *testing.T) string {
	t.Helper()
	file := filepath.Join(published, "pacs.008.001.08.xsd")
	if _, err := os.Stat(file); err != nil {
		t.Skip("needs ../shared/data/pacs008, whose schema is not ours to hand on")
	}
	if _, err := exec.LookPath("xmllint"); err != nil {
		t.Skip("needs xmllint, of libxml2-utils")
	}
	return file
}

var envelope = regexp.MustCompile(`(?s)<Document.*</Document>`)

// validate asks xmllint about the documents in messages.
func validate(t *testing.T, schema string, messages ...[]byte) {
	t.Helper()
	arguments := []string{"--noout", "--nonet", "--schema", schema}
	for i, message := range messages {
		file := filepath.Join(t.TempDir(), strconv.Itoa(i)+".xml")
		if err := os.WriteFile(file, envelope.Find(message), 0o600); err != nil {
			t.Fatal(err)
		}
		arguments = append(arguments, file)
	}
	if out, err := exec.CommandContext(t.Context(), "xmllint", arguments...).CombinedOutput(); err != nil {
		t.Fatalf("xmllint: %v\n%s", err, out)
	}
}

func TestPacs008IsValidByThePublishedSchema(t *testing.T) {
	t.Parallel()
	file := schema(t)
	var messages [][]byte
	rapid.Check(t, func(t *rapid.T) {
		message, err := transfers().Draw(t, "transfer").Pacs008(iso.Group{Created: created, Business: rapid.Bool().Draw(t, "business")})
		if err != nil {
			t.Fatal(err)
		}
		messages = append(messages, message)
	})
	validate(t, file, messages...)
	t.Logf("%d messages are valid", len(messages))
}

func TestThePublishedExamplesAreRead(t *testing.T) {
	t.Parallel()
	file := schema(t)
	examples, err := filepath.Glob(filepath.Join(published, "*.xml"))
	if err != nil || len(examples) == 0 {
		t.Fatal(examples, err)
	}
	for _, example := range examples {
		message, err := os.ReadFile(example)
		if err != nil {
			t.Fatal(err)
		}
		validate(t, file, message)
		m, err := iso.ParsePacs008(message)
		if err != nil {
			t.Errorf("%s: %v", filepath.Base(example), err)
			continue
		}
		if m.Transfer.Creditor.Name == "" || m.Transfer.Settled.Minor() != 1000_00 || !m.Group.Business || len(m.Fields) == 0 {
			t.Errorf("%s: %+v", filepath.Base(example), m.Transfer)
		}
		if bytes.Contains(message, []byte("<Ustrd>")) != (m.Transfer.Remittance != "") {
			t.Errorf("%s: remittance %q", filepath.Base(example), m.Transfer.Remittance)
		}
	}
}
