package iso_test

import (
	"encoding/json"
	"errors"
	"math/big"
	"os"
	"strings"
	"testing"

	"smartbank/bank/iso"
)

// registryExamples are examples of the IBAN registry, one of each country that has its own.
var registryExamples = strings.Fields(`
AD1200012030200359100100 AE070331234567890123456 AL47212110090000000235698741 AT611904300234573201 AX2112345600000785
AZ21NABZ00000000137010001944 BA391290079401028494 BE68539007547034 BG80BNBG96611020345678 BH67BMAG00001299123456
BI4210000100010000332045181 BL6820041010050500013M02606 BR9700360305000010009795493P1 BY13NBRB3600900000002Z00AB00
CH9300762011623852957 CR05015202001026284066 CY17002001280000001200527600 CZ6508000000192000145399 DE89370400440532013000
DJ2100010000000154000100186 DK5000400440116243 DO28BAGR00000001212453611324 EE382200221020145685
EG380019000500000000263180002 ES9121000418450200051332 FI2112345600000785 FK88SC123456789012 FO6264600001631634
FR1420041010050500013M02606 GB29NWBK60161331926819 GE29NB0000000101904917 GF4120041010050500013M02606
GI75NWBK000000007099453 GL8964710001000206 GP1120041010050500013M02606 GR1601101250000000012300695
GT82TRAJ01020000001210029690 HN88CABF00000000000250005469 HR1210010051863000160 HU42117730161111101800000000
IE29AIBK93115212345678 IL620108000000099999999 IQ98NBIQ850123456789012 IS140159260076545510730339
IT60X0542811101000000123456 JO94CBJO0010000000000131000302 KW81CBKU0000000000001234560101 KZ86125KZT5004100100
LB62099900000001001901229114 LC55HEMM000100010012001200023015 LI21088100002324013AA LT121000011101001000
LU280019400644750000 LV80BANK0000435195001 LY83002048000020100120361 MC5811222000010123456789030
MD24AG000225100013104168 ME25505000012345678951 MF8420041010050500013M02606 MK07250120000058984 MN121234123456789123
MQ5120041010050500013M02606 MR1300020001010000123456753 MT84MALT011000012345MTLCAST001S MU17BOMM0101101030300200000MUR
NC8420041010050500013M02606 NI45BAPR00000013000003558124 NL91ABNA0417164300 NO9386011117947 OM810180000001299123456
PF5720041010050500013M02606 PK36SCBL0000001123456702 PL61109010140000071219812874 PM3620041010050500013M02606
PS92PALS000000000400123456702 PT50000201231234567890154 QA58DOHB00001234567890ABCDEFG RO49AAAA1B31007593840000
RS35260005601001611379 RU0304452522540817810538091310419 SA0380000000608010167519 SC18SSCB11010000000000001497USD
SD2129010501234001 SE4550000000058398257466 SI56263300012039086 SK3112000000198742637541 SM86U0322509800000000270100
SO211000001001000100141 ST68000100010051845310112 SV62CENR00000000000000700025 TL380080012345678910157
TN5910006035183598478831 TR330006100519786457841326 VA59001123000012345678 VG96VPVG0000012345678901
XK051212012345678906 YE15CBYE0001018861234567891234`)

func TestTheRegistrysExamplesAreValid(t *testing.T) {
	t.Parallel()
	valid := 0
	for _, example := range registryExamples {
		iban, err := iso.ParseIBAN(example)
		if err != nil || string(iban) != example || iban.Country() != example[:2] {
			t.Errorf("%s: %v, %v", example, iban, err)
			continue
		}
		valid++
		if again, err := iso.ParseIBAN("IBAN " + strings.ToLower(iban.Format())); again != iban || err != nil {
			t.Errorf("%s is not read back: %s, %v", iban.Format(), again, err)
		}
		if made, err := iso.MakeIBAN(example[:2], example[4:]); made != iban || err != nil {
			t.Errorf("made %s of %s, %v", made, example[4:], err)
		}
		// A wrong digit never goes unseen.
		for i := range example {
			for _, other := range []byte("0123456789") {
				if slip := example[:i] + string(other) + example[i+1:]; other != example[i] && example[i] <= '9' {
					if _, err := iso.ParseIBAN(slip); err == nil {
						t.Errorf("%s is as good as %s", slip, example)
					}
				}
			}
		}
	}
	t.Logf("%d of %d", valid, len(registryExamples))
}

// TestIBANStructuresAreThoseOfTheRegistry compares the table with the one it was typed from.
func TestIBANStructuresAreThoseOfTheRegistry(t *testing.T) {
	t.Parallel()
	file, err := os.ReadFile("../../../shared/data/iban/schwifty_generated.json")
	if err != nil {
		t.Skip("needs ../shared/data/iban")
	}
	var table map[string]struct {
		Length int    `json:"iban_length"`
		Spec   string `json:"bban_spec"`
	}
	if err := json.Unmarshal(file, &table); err != nil {
		t.Fatal(err)
	}
	for country, want := range table {
		if iso.IBANLength(country) != want.Length {
			t.Errorf("%s: %d characters, want %d", country, iso.IBANLength(country), want.Length)
		}
	}
	if have, want := len(iso.IBANCountries()), len(table)+2; have != want { // Honduras and Yemen joined later
		t.Errorf("%d countries, want %d", have, want)
	}
}

func TestWhatIsNoIBANIsToldWhy(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		typed   string
		problem iso.Problem
		at      int
		want    string
	}{
		"nothing":                                {"", iso.Missing, 0, ""},
		"separators only":                        {" - .", iso.Missing, 0, ""},
		"the word alone":                         {"IBAN", iso.Missing, 0, ""},
		"Korea has none":                         {"KR1234567890", iso.UnknownCountry, 1, ""},
		"a country that does not exist":          {"ZZ82WEST12345698765432", iso.UnknownCountry, 1, ""},
		"one character":                          {"G", iso.UnknownCountry, 1, ""},
		"a digit too few":                        {"DE8937040044053201300", iso.WrongLength, 0, "22"},
		"a digit too many":                       {"DE893704004405320130000", iso.WrongLength, 0, "22"},
		"a letter in a German account":           {"DE89370400440532O13000", iso.WrongStructure, 17, "digit"},
		"a digit in a British bank":              {"GB29NW8K60161331926819", iso.WrongStructure, 7, "letter"},
		"a letter for a check digit":             {"GBA9NWBK60161331926819", iso.WrongStructure, 3, "digit"},
		"check digits 00":                        {"DE00370400440532013000", iso.BadCheckDigits, 3, "02–98"},
		"check digits 01":                        {"DE01370400440532013000", iso.BadCheckDigits, 3, "02–98"},
		"check digits 99":                        {"DE99370400440532013000", iso.BadCheckDigits, 3, "02–98"},
		"two digits turned round":                {"DE89370400440532010300", iso.BadChecksum, 3, ""},
		"a Korean letter":                        {"DE89 3704가", iso.BadCharacter, 10, "letters and digits"},
		"a slash":                                {"DE89/3704", iso.BadCharacter, 5, "letters and digits"},
		"more than anybody types":                {strings.Repeat("DE", 100), iso.TooLong, 0, "128"},
		"check digits that would pass by mod 97": {"FR01" + "20041010050500013M02606", iso.BadCheckDigits, 3, "02–98"},
	} {
		_, err := iso.ParseIBAN(c.typed)
		bad, ok := errors.AsType[*iso.InvalidError](err)
		if !ok || bad.Problem != c.problem || bad.At != c.at || bad.Want != c.want {
			t.Errorf("%s: %v, want %s at %d, %q", name, err, c.problem, c.at, c.want)
		}
	}
}

func TestAccountsOfRecipients(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		country, typed string
		problem        iso.Problem
	}{
		"an IBAN":                                   {"DE", "DE89 3704 0044 0532 0130 00", ""},
		"no IBAN where there are some":              {"DE", "0532013000", iso.UnknownCountry},
		"an IBAN of another country":                {"FR", "DE89370400440532013000", iso.OtherCountry},
		"a French one in Réunion":                   {"RE", "FR1420041010050500013M02606", ""},
		"a number where there are none":             {"US", "000123456789", ""},
		"35 characters":                             {"US", strings.Repeat("1", 35), iso.TooLong},
		"nothing":                                   {"US", "", iso.Missing},
		"a slash at the start":                      {"US", "/123", iso.BadSlash},
		"a colon at the start, which starts fields": {"US", ":59:1", iso.BadStart},
	} {
		err := iso.CheckAccount(c.country, c.typed)
		if bad, ok := errors.AsType[*iso.InvalidError](err); err != nil && (!ok || bad.Problem != c.problem) || (err == nil) != (c.problem == "") {
			t.Errorf("%s: %v, want %q", name, err, c.problem)
		}
	}
}

// FuzzParseIBAN compares mod 97 with big numbers, and what was parsed with what is parsed of it.
func FuzzParseIBAN(f *testing.F) {
	for _, example := range registryExamples {
		f.Add(example)
	}
	f.Add("IBAN gb29 nwbk-6016.1331 9268 19")
	f.Fuzz(func(t *testing.T, typed string) {
		iban, err := iso.ParseIBAN(typed)
		if err != nil {
			if bad, ok := errors.AsType[*iso.InvalidError](err); !ok || bad.At < 0 || bad.At > len(typed)+1 {
				t.Fatalf("%q: %#v", typed, err)
			}
			return
		}
		var number strings.Builder
		for _, r := range string(iban[4:] + iban[:4]) {
			number.WriteString(big.NewInt(int64(strings.IndexRune("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ", r))).String())
		}
		n, ok := new(big.Int).SetString(number.String(), 10)
		if !ok || new(big.Int).Mod(n, big.NewInt(97)).Int64() != 1 || len(iban) != iso.IBANLength(iban.Country()) {
			t.Fatalf("%q is %s", typed, iban)
		}
		for _, form := range []string{string(iban), iban.Format(), "IBAN: " + strings.ToLower(iban.Format())} {
			if again, err := iso.ParseIBAN(form); again != iban || err != nil {
				t.Fatalf("%q is read as %s, %v", form, again, err)
			}
		}
	})
}
