package iso_test

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"smartbank/bank/calendar"
	"smartbank/bank/iso"
	"smartbank/bank/money"
)

// tuition is a transfer as a customer makes them.
func tuition() iso.CreditTransfer {
	return iso.CreditTransfer{
		Reference: "2026110500000017", EndToEnd: "TUITION-FALL", UETR: "0b2e1c1a-8f4e-4c53-9d0a-5e1f6c7a8b90",
		Sender: "SHBKKRSE", Receiver: "CHASUS33", ValueDate: calendar.Date{Year: 2026, Month: 11, Day: 6},
		Settled: money.New(1250_00, "USD"), Instructed: money.New(1250_00, "USD"), Charges: iso.SHA,
		Debtor: iso.Party{
			Account: "01234502678901", Name: "HONG GILDONG", Address: []string{"19 DOUM 5-RO"}, Town: "SEJONG", Country: "KR", Phone: "+82-1022345678",
		},
		Intermediary:  iso.Agent{BIC: "BOFAUS3N"},
		CreditorAgent: iso.Agent{Clearing: iso.Clearing{System: "USABA", Member: "021000021"}, BIC: "CHASUS33"},
		Creditor:      iso.Party{Account: "000123456789", Name: "UNIVERSITY OF NOWHERE", Town: "SPRINGFIELD", Country: "US"},
		Purpose:       "EDUC", Remittance: "FALL TERM 2026, STUDENT 1234567",
	}
}

const tuitionMT = "{1:F01SHBKKRSEAXXX0000000000}{2:I103CHASUS33XXXXN}{3:{121:0b2e1c1a-8f4e-4c53-9d0a-5e1f6c7a8b90}}{4:\r\n" +
	":20:2026110500000017\r\n:23B:CRED\r\n:32A:261106USD1250,\r\n:33B:USD1250,\r\n" +
	":50F:/01234502678901\r\n1/HONG GILDONG\r\n2/19 DOUM 5-RO\r\n3/KR/SEJONG\r\n" +
	":56A:BOFAUS3N\r\n:57A://FW021000021\r\nCHASUS33\r\n" +
	":59F:/000123456789\r\n1/UNIVERSITY OF NOWHERE\r\n3/US/SPRINGFIELD\r\n" +
	":70:/PURP/EDUC\r\n/ROC/TUITION-FALL\r\n/URI/FALL TERM 2026, STUDENT\r\n1234567\r\n:71A:SHA\r\n:72:/ORDTEL/+82-1022345678\r\n-}"

func TestMT103IsWrittenAsTheHandbookSays(t *testing.T) {
	t.Parallel()
	got, err := tuition().MT103()
	if err != nil {
		t.Fatal(err)
	}
	text, trailer, _ := strings.Cut(string(got), "{5:")
	if text != tuitionMT || len(trailer) != len("{CHK:000000000000}}") {
		t.Errorf("got\n%s\nwant\n%s", got, tuitionMT)
	}
	for name, form := range map[string]string{
		"with LF alone":    strings.ReplaceAll(string(got), "\r\n", "\n"),
		"without trailer":  text,
		"with a last line": string(got) + "\r\n",
		"as it is received": strings.NewReplacer("{1:F01SHBKKRSEAXXX", "{1:F01CHASUS33AXXX", "{2:I103CHASUS33XXXXN}",
			"{2:O1031000261105SHBKKRSEAXXX00000000002611051001N}").Replace(string(got)),
	} {
		if m, err := iso.ParseMT103([]byte(form)); err != nil || !reflect.DeepEqual(m.Transfer, tuition()) || len(m.Fields) != 11 || m.Fields[4].Line != 6 {
			t.Errorf("%s: %+v, %v", name, m, err)
		}
	}
}

// TestTheExamplesInTheTreeAreWhatIsWritten holds the files that README.md shows. UPDATE=1 writes them.
func TestTheExamplesInTheTreeAreWhatIsWritten(t *testing.T) {
	t.Parallel()
	for name, write := range map[string]func() ([]byte, error){
		"remittance.mt103": tuition().MT103,
		"remittance.xml":   func() ([]byte, error) { return tuition().Pacs008(iso.Group{Created: created, Business: true}) },
	} {
		want, err := write()
		if err != nil {
			t.Fatal(err)
		}
		file := filepath.Join("../../testdata", name)
		if os.Getenv("UPDATE") == "1" {
			if err := os.WriteFile(file, want, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		got, err := os.ReadFile(file)
		if err != nil || !bytes.Equal(bytes.ReplaceAll(got, []byte("\r\n"), []byte("\n")), bytes.ReplaceAll(want, []byte("\r\n"), []byte("\n"))) {
			t.Errorf("%s is another one, %v; UPDATE=1 writes it", file, err)
		}
	}
}

// TestMT103IsRefusedWithSWIFTsCode changes a good message in one place.
func TestMT103IsRefusedWithSWIFTsCode(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct{ old, new, code, field string }{
		"a reference with a slash at the start":   {":20:2", ":20:/", "T26", "20"},
		"a reference with two slashes":            {":20:2026", ":20:2//6", "T26", "20"},
		"an operation that does not exist":        {"CRED", "CREX", "T36", "23B"},
		"a day that does not exist":               {"261106", "260231", "T50", "32A"},
		"a currency that does not exist":          {":32A:261106USD", ":32A:261106ABC", "T52", "32A"},
		"cents of yen":                            {":32A:261106USD1250,", ":32A:261106JPY1250,50", "C03", "32A"},
		"three decimals of a dollar":              {":32A:261106USD1250,", ":32A:261106USD1250,500", "C03", "32A"},
		"no digit before the comma":               {":32A:261106USD1250,", ":32A:261106USD,50", "T40", "32A"},
		"no comma":                                {":32A:261106USD1250,", ":32A:261106USD1250", "T43", "32A"},
		"a point for the comma":                   {":32A:261106USD1250,", ":32A:261106USD1250.", "T43", "32A"},
		"two commas":                              {":32A:261106USD1250,", ":32A:261106USD1,250,", "T43", "32A"},
		"another currency ordered and no rate":    {":33B:USD1250,", ":33B:KRW1691500,", "D75", "36"},
		"a rate within one currency":              {":33B:USD1250,\r\n", ":33B:USD1250,\r\n:36:1,\r\n", "D75", "36"},
		"OUR with charges taken":                  {":71A:SHA\r\n", ":71A:OUR\r\n:71F:USD5,\r\n", "E13", "71F"},
		"SHA with charges paid":                   {":71A:SHA\r\n", ":71A:SHA\r\n:71G:USD5,\r\n", "D50", "71G"},
		"BEN without charges taken":               {":71A:SHA", ":71A:BEN", "E15", "71F"},
		"BEN with charges paid":                   {":71A:SHA\r\n", ":71A:BEN\r\n:71F:USD0,\r\n:71G:USD5,\r\n", "E15", "71G"},
		"charges without an amount ordered":       {":33B:USD1250,\r\n", "", "D51", "33B"},
		"charges paid in another currency":        {":71A:SHA\r\n", ":71A:OUR\r\n:71G:EUR5,\r\n", "C02", "71G"},
		"an intermediary without a bank after":    {":57A://FW021000021\r\nCHASUS33\r\n", "", "C81", "57"},
		"another bearer":                          {":71A:SHA", ":71A:ALL", "T08", "71A"},
		"no bearer":                               {":71A:SHA\r\n", "", "T13", "71A"},
		"fields out of order":                     {":23B:CRED\r\n:32A:261106USD1250,", ":32A:261106USD1250,\r\n:23B:CRED", "T13", "23B"},
		"a field twice":                           {":23B:CRED\r\n", ":23B:CRED\r\n:23B:CRED\r\n", "T13", "32A"},
		"a field nobody knows":                    {":71A:SHA", ":99Z:SHA", "T13", "71A"},
		"numbers out of order":                    {"2/19 DOUM 5-RO\r\n3/KR/SEJONG", "3/KR/SEJONG\r\n2/19 DOUM 5-RO", "T56", "50F"},
		"no number":                               {"2/19 DOUM 5-RO", "19 DOUM 5-RO", "T56", "50F"},
		"an address without a country":            {"\r\n3/KR/SEJONG", "", "T56", "50F"},
		"a country that does not exist":           {"3/KR/", "3/ZZ/", "T73", "50F"},
		"a BIC that cannot be":                    {"BOFAUS3N", "BOFAZZ3N", "T27", "56A"},
		"a line of 36 characters":                 {"1/HONG GILDONG", "1/" + strings.Repeat("A", 34), "too-long", "50F"},
		"a fifth line of a remittance":            {"\r\n:71A", "\r\nA\r\nB\r\n:71A", "too-long", "70"},
		"Hangul":                                  {"HONG", "홍", "M60", ""},
		"an ampersand":                            {"HONG G", "HONG&G", "M60", ""},
		"a metal":                                 {":32A:261106USD1250,", ":32A:261106XAU1250,", "C08", "32A"},
		"a UETR of another version":               {"-4c53-", "-1c53-", "structure", "121"},
		"no UETR":                                 {"{3:{121:0b2e1c1a-8f4e-4c53-9d0a-5e1f6c7a8b90}}", "", "missing", "121"},
		"another message":                         {"{2:I103", "{2:I202", "malformed", "{2:}"},
		"a text without an end":                   {"\r\n-}", "\r\n}", "malformed", ""},
		"between European banks, nothing ordered": {"", "", "D49", "33B"},
		"between European banks, no IBAN":         {"", "", "D19", "59:account"},
		"between European banks, a slip":          {":59F:/000123456789", ":59F:/FR7630006000011234567890188", "T73", "59:account"},
		"between European banks, a short IBAN":    {":59F:/000123456789", ":59F:/FR763000600001123456789018", "T73", "59:account"},
	} {
		message := strings.Replace(tuitionMT, c.old, c.new, 1)
		if c.code == "D51" || c.code == "D49" {
			message = strings.Replace(strings.Replace(message, ":33B:USD1250,\r\n", "", 1), ":71A:SHA\r\n", ":71A:SHA\r\n:71F:USD5,\r\n", 1)
		}
		if strings.HasPrefix(name, "between European banks") {
			message = strings.NewReplacer("SHBKKRSE", "DEUTDEFF", "{2:I103CHASUS33", "{2:I103BNPAFRPP", ":57A://FW021000021\r\nCHASUS33", ":57A:BNPAFRPP").Replace(message)
		}
		_, err := iso.ParseMT103([]byte(message))
		bad, ok := errors.AsType[*iso.InvalidError](err)
		if !ok || bad.Code() != c.code || bad.Field != c.field || bad.Line < 1 {
			t.Errorf("%s: %v, want %s in %s", name, err, c.code, c.field)
		}
	}
}

// TestTransferIsRefusedBeforeItIsWritten checks that each single thing that is wrong is found, and named by its field.
func TestTransferIsRefusedBeforeItIsWritten(t *testing.T) {
	t.Parallel()
	if err := tuition().Check(); err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		change func(*iso.CreditTransfer)
		field  string
		code   string
	}{
		"no reference":                {func(c *iso.CreditTransfer) { c.Reference = "" }, "20", "T26"},
		"no sender":                   {func(c *iso.CreditTransfer) { c.Sender = "" }, "sender", "missing"},
		"no date":                     {func(c *iso.CreditTransfer) { c.ValueDate = calendar.Date{} }, "32A", "T50"},
		"nothing to pay":              {func(c *iso.CreditTransfer) { c.Settled = money.New(0, "USD") }, "32A", "amount"},
		"gold":                        {func(c *iso.CreditTransfer) { c.Settled = money.New(1, "XAU") }, "32A", "currency"},
		"more than 15 characters":     {func(c *iso.CreditTransfer) { c.Settled = money.New(1e17, "USD") }, "32A", "too-long"},
		"a name with Hangul":          {func(c *iso.CreditTransfer) { c.Creditor.Name = "홍길동" }, "59:name", "character"},
		"a name that starts a field":  {func(c *iso.CreditTransfer) { c.Creditor.Name = ":71A:OUR" }, "59:name", "start"},
		"no town":                     {func(c *iso.CreditTransfer) { c.Creditor.Town = "" }, "59:town", "missing"},
		"no country":                  {func(c *iso.CreditTransfer) { c.Creditor.Country = "" }, "59:country", "T73"},
		"three lines of address":      {func(c *iso.CreditTransfer) { c.Creditor.Address = []string{"A", "B", "C"} }, "59:address", "too-long"},
		"a bank without a name":       {func(c *iso.CreditTransfer) { c.CreditorAgent.BIC = "" }, "57:name", "missing"},
		"a wrong routing number":      {func(c *iso.CreditTransfer) { c.CreditorAgent.Clearing.Member = "021000022" }, "57:clearing", "checksum"},
		"a rate with a zero too many": {func(c *iso.CreditTransfer) { c.Instructed, c.Rate = money.New(1, "KRW"), "1.50" }, "36", "amount"},
		"a text too long":             {func(c *iso.CreditTransfer) { c.Remittance = strings.Repeat("A ", 69) + "A" }, "70", "too-long"},
		"a text with an end of line":  {func(c *iso.CreditTransfer) { c.Remittance = "A\r\n:71A:OUR" }, "70", "character"},
		"no bearer of charges":        {func(c *iso.CreditTransfer) { c.Charges = "" }, "71A", "T08"},
	} {
		transfer := tuition()
		c.change(&transfer)
		bad, ok := errors.AsType[*iso.InvalidError](transfer.Check())
		if !ok || bad.Field != c.field || bad.Code() != c.code {
			t.Errorf("%s: %v, want %s in %s", name, transfer.Check(), c.code, c.field)
		}
		if _, err := transfer.MT103(); err == nil {
			t.Errorf("%s: an MT103 is written", name)
		}
		if _, err := transfer.Pacs008(iso.Group{Created: created}); err == nil {
			t.Errorf("%s: a pacs.008 is written", name)
		}
	}
}

// FuzzParseMT103 checks that a message that is read can be written again, if both formats can say it, and is then read as the
// same transfer.
func FuzzParseMT103(f *testing.F) {
	f.Add([]byte(tuitionMT))
	f.Add([]byte(strings.ReplaceAll(tuitionMT, "50F:", "50K:")))
	f.Fuzz(func(t *testing.T, message []byte) {
		m, err := iso.ParseMT103(message)
		if err != nil {
			if bad, ok := errors.AsType[*iso.InvalidError](err); !ok || bad.Problem == "" {
				t.Fatalf("%T %v", err, err)
			}
			return
		}
		again(t, m.Transfer)
	})
}

// again writes a transfer, if it can be, in both formats and reads it back.
func again(t *testing.T, c iso.CreditTransfer) {
	t.Helper()
	if c.Check() != nil {
		return
	}
	mt, err := c.MT103()
	if err != nil {
		t.Fatal(err)
	}
	read, err := iso.ParseMT103(mt)
	if err != nil || !reflect.DeepEqual(read.Transfer, c) {
		t.Fatalf("%+v\nis written %s\nand read %+v, %v", c, mt, read.Transfer, err)
	}
	pacs, err := c.Pacs008(iso.Group{Created: created})
	if err != nil {
		t.Fatal(err)
	}
	parsed, err := iso.ParsePacs008(pacs)
	if err != nil || !reflect.DeepEqual(parsed.Transfer, c) {
		t.Fatalf("%+v\nis written %s\nand read %+v, %v", c, pacs, parsed.Transfer, err)
	}
}
