package iso_test

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"smartbank/bank/money"

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

// TestPacs008IsRefusedByTheUsageRules changes a good message in one place.
func TestPacs008IsRefusedByTheUsageRules(t *testing.T) {
	t.Parallel()
	transfer := tuition()
	transfer.Charges, transfer.ChargesTaken = iso.BEN, []money.Amount{money.New(0, "USD")}
	message, err := transfer.Pacs008(iso.Group{Created: created})
	if err != nil {
		t.Fatal(err)
	}
	charges := regexp.MustCompile(`(?s)<ChrgsInf>.*</ChrgsInf>`).FindString(string(message))
	for name, c := range map[string]struct {
		old, new, field string
		problem         iso.Problem
	}{
		"a reference with two slashes":         {"<InstrId>2026", "<InstrId>2//6", "CdtTrfTxInf/PmtId/InstrId", iso.BadSlash},
		"no end-to-end reference":              {"TUITION-FALL", "", "CdtTrfTxInf/PmtId/EndToEndId", iso.Missing},
		"a UETR of another version":            {"-4c53-", "-1c53-", "CdtTrfTxInf/PmtId/UETR", iso.WrongStructure},
		"gold":                                 {`<IntrBkSttlmAmt Ccy="USD">1250.00`, `<IntrBkSttlmAmt Ccy="XAU">1250`, "CdtTrfTxInf/IntrBkSttlmAmt", iso.UnknownCurrency},
		"three decimals of a dollar":           {">1250.00<", ">1250.000<", "CdtTrfTxInf/IntrBkSttlmAmt", iso.TooManyDecimals},
		"an amount with a comma":               {">1250.00<", ">1,250.00<", "CdtTrfTxInf/IntrBkSttlmAmt", iso.BadAmount},
		"CRED without charges":                 {charges, "", "CdtTrfTxInf/ChrgsInf", iso.NeededBecause},
		"DEBT with two":                        {"<ChrgBr>CRED</ChrgBr>", "<ChrgBr>DEBT</ChrgBr>" + charges, "CdtTrfTxInf/ChrgsInf", iso.TooLong},
		"another bearer":                       {"CRED", "SLEV", "CdtTrfTxInf/ChrgBr", iso.UnknownCode},
		"free and structured text":             {"</Ustrd>", "</Ustrd><Strd></Strd>", "CdtTrfTxInf/RmtInf", iso.NotTogether},
		"no name and no BIC":                   {"<Nm>HONG GILDONG</Nm>", "", "CdtTrfTxInf/Dbtr/Nm", iso.NeededBecause},
		"a country without a town":             {"<TwnNm>SEJONG</TwnNm>", "", "CdtTrfTxInf/Dbtr/PstlAdr/TwnNm", iso.NeededBecause},
		"a country that does not exist":        {"<Ctry>KR</Ctry>", "<Ctry>ZZ</Ctry>", "CdtTrfTxInf/Dbtr/PstlAdr/Ctry", iso.UnknownCountry},
		"a phone number without its country":   {"+82-10", "010", "CdtTrfTxInf/Dbtr/CtctDtls/PhneNb", iso.BadPhone},
		"another currency ordered and no rate": {`<InstdAmt Ccy="USD">1250.00`, `<InstdAmt Ccy="KRW">1250`, "CdtTrfTxInf/XchgRate", iso.NeededBecause},
		"two transactions":                     {"<NbOfTxs>1", "<NbOfTxs>2", "GrpHdr/NbOfTxs", iso.UnknownCode},
		"an element twice":                     {"<ChrgBr>CRED</ChrgBr>", "<ChrgBr>CRED</ChrgBr><ChrgBr>CRED</ChrgBr>", "CdtTrfTxInf/ChrgBr", iso.Repeated},
		"another version":                      {"pacs.008.001.08", "pacs.008.001.09", "", iso.Malformed},
		"a document type":                      {"<Document", "<!DOCTYPE x [<!ENTITY e SYSTEM '/etc/passwd'>]><Document", "", iso.Malformed},
		"an entity":                            {"HONG", "&e;", "", iso.Malformed},
		"an element that is not closed":        {"</Document>", "", "", iso.Malformed},
		"nothing":                              {string(message), "", "", iso.Malformed},
		"elements in elements without an end":  {"<GrpHdr>", strings.Repeat("<a>", 100), "", iso.Malformed},
		"a wrong IBAN":                         {"<Othr>\n            <Id>01234502678901</Id>\n          </Othr>", "<IBAN>DE89370400440532013001</IBAN>", "CdtTrfTxInf/DbtrAcct/Id/IBAN", iso.BadChecksum},
	} {
		changed := strings.Replace(string(message), c.old, c.new, 1)
		if changed == string(message) {
			t.Errorf("%s: nothing was changed", name)
		}
		_, err := iso.ParsePacs008([]byte(changed))
		bad, ok := errors.AsType[*iso.InvalidError](err)
		if !ok || bad.Problem != c.problem || bad.Field != c.field {
			t.Errorf("%s: %v, want %s in %s", name, err, c.problem, c.field)
		}
	}
}

// FuzzParsePacs008 checks as FuzzParseMT103 does.
func FuzzParsePacs008(f *testing.F) {
	for _, business := range []bool{false, true} {
		message, err := tuition().Pacs008(iso.Group{Created: created, Business: business})
		if err != nil {
			f.Fatal(err)
		}
		f.Add(message)
	}
	f.Fuzz(func(t *testing.T, message []byte) {
		m, err := iso.ParsePacs008(message)
		if err != nil {
			if bad, ok := errors.AsType[*iso.InvalidError](err); !ok || bad.Problem == "" {
				t.Fatalf("%T %v", err, err)
			}
			return
		}
		again(t, m.Transfer)
	})
}
