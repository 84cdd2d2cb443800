package iso_test

import (
	"errors"
	"strings"
	"testing"

	"smartbank/bank/iso"
)

// refusal is a value that is refused, and why.
type refusal struct {
	typed   string
	problem iso.Problem
	at      int
}

// refuses checks refusals by a parser.
func refuses(t *testing.T, parse func(string) error, cases map[string]refusal) {
	t.Helper()
	for name, c := range cases {
		err := parse(c.typed)
		if bad, ok := errors.AsType[*iso.InvalidError](err); !ok || bad.Problem != c.problem || bad.At != c.at {
			t.Errorf("%s: %v, want %s at %d", name, err, c.problem, c.at)
		}
	}
}

func TestBICs(t *testing.T) {
	t.Parallel()
	for typed, want := range map[string]iso.BIC{
		"SHBKKRSE": "SHBKKRSE", "shbkkrsexxx": "SHBKKRSE", "DEUT DE FF 500": "DEUTDEFF500", "N26DDEB1": "", "AAAABEXX": "AAAABEXX", "PRCBXKPR": "PRCBXKPR", "AAAAGBXXXXX": "AAAAGBXX",
	} {
		bic, err := iso.ParseBIC(typed)
		if bic != want || (err == nil) != (want != "") {
			t.Errorf("%s is %s, %v", typed, bic, err)
		}
		if err == nil && (len(bic.Full()) != 11 || len(bic.HeadOffice()) != 8 || bic.Country() != string(bic)[4:6]) {
			t.Errorf("%s: %s %s %s", bic, bic.Full(), bic.HeadOffice(), bic.Country())
		}
	}
	refuses(t, func(s string) error { _, err := iso.ParseBIC(s); return err }, map[string]refusal{
		"nothing":                             {"", iso.Missing, 0},
		"seven characters":                    {"SHBKKRS", iso.WrongLength, 0},
		"nine":                                {"SHBKKRSE1", iso.WrongLength, 0},
		"a digit in the bank":                 {"SH8KKRSE", iso.WrongStructure, 3},
		"a digit in the country":              {"SHBKK1SE", iso.WrongStructure, 6},
		"a country that does not exist":       {"SHBKZZSE", iso.UnknownCountry, 5},
		"an underscore":                       {"SHBK_RSE", iso.BadCharacter, 5},
		"England is no country of ISO 3166":   {"BARCENGB", iso.UnknownCountry, 5},
		"the United Kingdom is GB and not UK": {"BARCUK22", iso.UnknownCountry, 5},
	})
	if n := len(iso.Countries()); n != 250 { // 249 and Kosovo
		t.Errorf("%d countries", n)
	}
}

func FuzzParseBIC(f *testing.F) {
	for _, s := range []string{"SHBKKRSE", "DEUTDEFF500", "shbk krse xxx", "", "AAAAGBXXXXX"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, typed string) {
		bic, err := iso.ParseBIC(typed)
		if err != nil {
			return
		}
		if len(bic) != 8 && len(bic) != 11 || !iso.Country(bic.Country()) {
			t.Fatalf("%q is %s", typed, bic)
		}
		for _, form := range []string{string(bic), bic.Full(), strings.ToLower(string(bic))} {
			if again, err := iso.ParseBIC(form); again != bic || err != nil {
				t.Fatalf("%q is read as %s, %v", form, again, err)
			}
		}
	})
}

func TestClearingCodes(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ system, typed, member, format string }{
		{"USABA", "021000021", "021000021", "0210-0002-1"},
		{"USABA", "0260-0959-3", "026009593", "0260-0959-3"},
		{"GBDSC", "20-00-00", "200000", "20-00-00"},
		{"AUBSB", "062-000", "062000", "062-000"},
		{"CACPA", "000305839", "000305839", "0003-05839"},
		{"CACPA", "05839-003", "000305839", "0003-05839"},
		{"DEBLZ", "370 400 44", "37040044", "370-400-44"},
		{"JPZGN", "0001-001", "0001001", "0001-001"},
		{"INFSC", "sbin0000001", "SBIN0000001", "SBIN0000001"},
		{"CHBCC", "230", "230", "230"},
	} {
		got, err := iso.ParseClearing(c.system, c.typed)
		if err != nil || got.Member != c.member || got.Format() != c.format {
			t.Errorf("%s %s is %s, %s, %v", c.system, c.typed, got.Member, got.Format(), err)
		}
	}
	refuses(t, func(s string) error { _, err := iso.ParseClearing("USABA", s); return err }, map[string]refusal{
		"nothing":                 {"", iso.Missing, 0},
		"eight digits":            {"02100002", iso.WrongLength, 0},
		"a letter":                {"02100002A", iso.WrongStructure, 9},
		"another last digit":      {"021000022", iso.BadChecksum, 9},
		"nothing but zeros":       {"000000000", iso.BadChecksum, 9},
		"two digits turned round": {"201000021", iso.BadChecksum, 9},
	})
	if _, err := iso.ParseClearing("KRXXX", "1"); err == nil {
		t.Error("a system that does not exist has members")
	}
	if s, ok := iso.ClearingSystemOf("US"); !ok || s.Code != "USABA" {
		t.Errorf("the US have %v", s)
	}
}

func TestUETRsAndLEIs(t *testing.T) {
	t.Parallel()
	made := iso.NewUETR([16]byte{})
	if made != "00000000-0000-4000-8000-000000000000" {
		t.Errorf("made %s", made)
	}
	if again, err := iso.ParseUETR(strings.ToUpper(string(made))); again != made || err != nil {
		t.Errorf("read %s, %v", again, err)
	}
	refuses(t, func(s string) error { _, err := iso.ParseUETR(s); return err }, map[string]refusal{
		"nothing":         {"", iso.Missing, 0},
		"no dashes":       {"00000000000040008000000000000000", iso.WrongLength, 0},
		"version 1":       {"00000000-0000-1000-8000-000000000000", iso.WrongStructure, 15},
		"another variant": {"00000000-0000-4000-c000-000000000000", iso.WrongStructure, 20},
		"a letter over f": {"g0000000-0000-4000-8000-000000000000", iso.WrongStructure, 1},
	})
	if err := iso.CheckLEI("5493001KJTIIGC8Y1R12"); err != nil { // Bloomberg's, the example of ISO 17442
		t.Error(err)
	}
	refuses(t, iso.CheckLEI, map[string]refusal{
		"nothing":               {"", iso.Missing, 0},
		"nineteen characters":   {"5493001KJTIIGC8Y1R1", iso.WrongLength, 0},
		"other check digits":    {"5493001KJTIIGC8Y1R13", iso.BadChecksum, 19},
		"letters for the check": {"5493001KJTIIGC8Y1RAA", iso.WrongStructure, 19},
	})
}

func TestTextIsCheckedCharacterByCharacter(t *testing.T) {
	t.Parallel()
	refuses(t, iso.CheckName, map[string]refusal{
		"nothing":                      {"", iso.Missing, 0},
		"Hangul":                       {"Hong 길동", iso.BadCharacter, 6},
		"an ampersand":                 {"A & B", iso.BadCharacter, 3},
		"a brace":                      {"A}", iso.BadCharacter, 2},
		"an end of line":               {"A\r\n:59:B", iso.BadCharacter, 2},
		"a colon at the start":         {":59:B", iso.BadStart, 1},
		"the end of a message":         {"-}", iso.BadCharacter, 2},
		"a dash":                       {"-", iso.BadStart, 1},
		"a slash, which is an account": {"/1", iso.BadStart, 1},
		"a space at the start":         {" A", iso.BadSpacing, 1},
		"two spaces":                   {"A  B", iso.BadSpacing, 3},
		"67 characters":                {strings.Repeat("A", 67), iso.TooLong, 67},
		"digits alone":                 {"12 34", iso.NoLetters, 0},
	})
	refuses(t, iso.CheckAddressLine, map[string]refusal{
		"dots alone":          {"....", iso.NoLetters, 0},
		"34 characters":       {strings.Repeat("A", 34), iso.TooLong, 34},
		"a plus at the start": {"+ ,", iso.NoLetters, 0},
	})
	refuses(t, iso.CheckTown, map[string]refusal{"a postcode": {"04524", iso.NoLetters, 0}})
	refuses(t, iso.CheckReference, map[string]refusal{
		"a slash at the start": {"/A", iso.BadSlash, 1},
		"a slash at the end":   {"A/", iso.BadSlash, 2},
		"two slashes":          {"A//B", iso.BadSlash, 2},
		"17 characters":        {strings.Repeat("A", 17), iso.TooLong, 17},
	})
	refuses(t, iso.CheckPhone, map[string]refusal{
		"without a country": {"010-1234-5678", iso.BadPhone, 0},
		"without a dash":    {"+821012345678", iso.BadPhone, 0},
		"too long":          {"+82-" + strings.Repeat("1", 24), iso.TooLong, 0},
	})
	if err := errors.Join(iso.CheckName("Hong Gil-dong (Seoul), No. 1/2+'?:"), iso.CheckReference("A/B"), iso.CheckAddressLine("12-3"), iso.CheckPhone("+82-10-2345-6789")); err != nil {
		t.Error(err)
	}
}

func TestTransliterate(t *testing.T) {
	t.Parallel()
	for typed, want := range map[string]string{
		"Hong Gil-dong": "Hong Gil-dong",
		"홍길동":           "Honggildong",
		"서울특별시 종로구":     "Seoulteukbyeolsi Jongnogu",
		// The examples of the romanization's own text.
		"구미": "Gumi", "영동": "Yeongdong", "백암": "Baegam", "옥천": "Okcheon", "합덕": "Hapdeok", "호법": "Hobeop", "월곶": "Wolgot", "벚꽃": "Beotkkot", "한밭": "Hanbat",
		"구리": "Guri", "설악": "Seorak", "칠곡": "Chilgok", "임실": "Imsil", "울릉": "Ulleung", "대관령": "Daegwallyeong",
		"백마": "Baengma", "종로": "Jongno", "왕십리": "Wangsimni", "별내": "Byeollae", "신라": "Silla", "해돋이": "Haedoji", "같이": "Gachi",
		"좋고": "Joko", "놓다": "Nota", "낳지": "Nachi", "압구정": "Apgujeong", "낙동강": "Nakdonggang", "죽변": "Jukbyeon", "울산": "Ulsan",
		"독립문": "Dongnimmun", "한글": "Hangeul", "읽어": "Ilgeo", "없어": "Eopseo",
		"Müller & Söhne": "Muller + Sohne", "Łódź": "Lodz", "Straße": "Strasse", "Ærøskøbing": "AEroskobing", "Ａ１": "A1",
		"e\u0301te\u0301": "ete", "a@b": "a.b", "中文": "", "a\r\nb": "a b", "tab\there": "tab here", "  two  spaces ": "two spaces",
	} {
		got := iso.Transliterate(typed)
		if got.Text != want {
			t.Errorf("%s is %q, want %q", typed, got.Text, want)
		}
	}
	lossy := iso.Transliterate("A 中B")
	if !lossy.Changed() || lossy.Lossless() || len(lossy.Changes) != 1 || lossy.Changes[0] != (iso.Change{At: 3, From: "中"}) {
		t.Errorf("%+v", lossy)
	}
	if plain := iso.Transliterate("A B"); plain.Changed() || !plain.Lossless() {
		t.Errorf("%+v", plain)
	}
}

// FuzzTransliterate checks that what comes out is in set x, and stays as it is.
func FuzzTransliterate(f *testing.F) {
	for _, s := range []string{"홍길동", "독립문 1가", "Müller & Söhne", "中文", "e\u0301", "\xff"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, typed string) {
		got := iso.Transliterate(typed)
		for _, r := range got.Text {
			if !iso.InX(r) {
				t.Fatalf("%q is %q", typed, got.Text)
			}
		}
		if again := iso.Transliterate(got.Text); again.Changed() || again.Text != got.Text {
			t.Fatalf("%q is %q", got.Text, again.Text)
		}
	})
}
