package dn_test

import (
	"bytes"
	"crypto/x509"
	"encoding/hex"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"smartbank/certstore/dn"
)

// korean is a name as yessign encodes it, written by hand: c, o, ou, ou, cn, kr as PrintableString and the rest as UTF8String.
const korean = "3069" +
	"310b30090603550406" + "13026b72" +
	"3110300e060355040a" + "0c0779657373" + "69676e" +
	"31143012060355040b" + "0c0b706572736f6e616c344942" +
	"310e300c060355040b" + "0c0545504f5354" +
	"312230200603550403" + "0c19ed998deab8b8eb8f9928293030373130343132303236313132"

const koreanText = "cn=홍길동()0071041202" + "6112,ou=EPOST,ou=personal4IB,o=yessign,c=kr"

func TestKoreanOrderIsKept(t *testing.T) {
	t.Parallel()
	der := unhex(t, korean)
	name, err := dn.Parse(der)
	if err != nil {
		t.Fatal(err)
	}
	if got := name.String(); got != koreanText {
		t.Errorf("text is %q, want %q", got, koreanText)
	}
	if folder, err := name.Folder(); err != nil || folder != koreanText {
		t.Errorf("folder is %q (%v), want %q", folder, err, koreanText)
	}
	if tag := name[0][0].Tag; tag != 19 {
		t.Errorf("kr has tag %d, want 19, PrintableString", tag)
	}
	for short, want := range map[string]string{"c": "kr", "o": "yessign", "ou": "EPOST", "cn": "홍길동()00710412026112", "l": ""} {
		if got := name.Value(short); got != want {
			t.Errorf("%s is %q, want %q", short, got, want)
		}
	}
	read, err := dn.ParseText(koreanText)
	if err != nil {
		t.Fatal(err)
	}
	if got := encode(t, read); !bytes.Equal(got, der) {
		t.Errorf("text becomes\n%x, want\n%x", got, der)
	}
}

func TestRelativeNamesOfSeveralAttributes(t *testing.T) {
	t.Parallel()
	name, err := dn.ParseText("cn=홍길동+serialNumber=7,o=yessign")
	if err != nil {
		t.Fatal(err)
	}
	if len(name) != 2 || len(name[1]) != 2 {
		t.Fatalf("it is %v, want two attributes in the second of two relative names", name)
	}
	der := encode(t, name)
	back, err := dn.Parse(der)
	if err != nil {
		t.Fatal(err)
	}
	if want := "serialnumber=7+cn=홍길동,o=yessign"; back.String() != want { // the shorter encoding comes first
		t.Errorf("text is %q, want %q", back, want)
	}
	if again := encode(t, back); !bytes.Equal(again, der) {
		t.Errorf("encoding again gives\n%x, want\n%x", again, der)
	}
}

func TestStringTypes(t *testing.T) {
	t.Parallel()
	for name, row := range map[string]struct {
		value string // tag, length and content in hexadecimal
		want  string // "" is refused
	}{
		"UTF8String":                              {"0c03ed998d", "홍"},
		"UTF8String with a line end is data":      {"0c03410a42", "A\nB"},
		"UTF8String of bytes that are none":       {"0c02ffff", ""},
		"UTF8String of a surrogate":               {"0c03eda080", ""},
		"PrintableString":                         {"13034b2f52", "K/R"},
		"PrintableString with an at sign":         {"130141" + "40", ""},
		"PrintableString with an asterisk":        {"13012a", ""},
		"IA5String":                               {"160361" + "4062", "a@b"},
		"IA5String over 127":                      {"160180", ""},
		"T61String is read as ISO 8859-1":         {"1402c8ab", "È«"},
		"BMPString":                               {"1e04d64dae38", "홍길"},
		"BMPString of half a character":           {"1e03d64dae", ""},
		"BMPString of a surrogate":                {"1e04d83dde00", ""},
		"UniversalString":                         {"1c040001f600", "😀"},
		"UniversalString beyond Unicode":          {"1c0400110000", ""},
		"UniversalString with its first bit set":  {"1c0480000041", ""},
		"NumericString":                           {"12033120" + "32", "1 2"},
		"NumericString with a letter":             {"120141", ""},
		"VisibleString":                           {"1a0141", "A"},
		"VisibleString with a line end":           {"1a010a", ""},
		"GraphicString is unknown":                {"190141", ""},
		"an integer is no text":                   {"020141", ""},
		"a constructed string is not DER":         {"2c050c03ed998d", ""},
		"a long length that is short, not DER":    {"0c810141", ""},
		"an indefinite length is not DER":         {"0c80410000", ""},
		"a string that is longer than the name":   {"0c0541", ""},
		"something after the string of attribute": {"0c01410500", ""},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			attribute := wrap("30", "0603550403"+row.value)
			der := unhex(t, wrap("30", wrap("31", attribute)))
			got, err := dn.Parse(der)
			if row.want == "" {
				if err == nil {
					t.Fatalf("it is read as %q, want a refusal", got)
				}
				return
			}
			if err != nil || got.Value("cn") != row.want {
				t.Fatalf("it is %q (%v), want %q", got.Value("cn"), err, row.want)
			}
			if again := encode(t, got); !bytes.Equal(again, der) {
				t.Errorf("encoding again gives %x, want %x", again, der)
			}
		})
	}
}

func TestWhatIsNoNameIsRefused(t *testing.T) {
	t.Parallel()
	cn := wrap("30", "0603550403"+"0c0141")
	ou := wrap("30", "060355040b"+"0c0141")
	for name, der := range map[string]string{
		"nothing":                           "",
		"something after the name":          wrap("30", wrap("31", cn)) + "00",
		"a set where a sequence should be":  wrap("31", wrap("31", cn)),
		"a relative name without attribute": wrap("30", "3100"),
		"attributes that are not sorted":    wrap("30", wrap("31", ou+cn)),
		"the same attribute twice":          wrap("30", wrap("31", cn+cn)),
		"an attribute without a value":      wrap("30", wrap("31", wrap("30", "0603550403"))),
		"an identifier that is not DER":     wrap("30", wrap("31", wrap("30", "060480550403"+"0c0141"))),
		"a context tag for the value":       wrap("30", wrap("31", wrap("30", "0603550403"+"800141"))),
		"an indefinite length":              "3080" + wrap("31", cn) + "0000",
		"half of it":                        wrap("30", wrap("31", cn))[:20],
		"over 16 KiB":                       strings.Repeat("30", 20_000),
	} {
		if got, err := dn.Parse(unhex(t, der)); err == nil {
			t.Errorf("%s is read as %q", name, got)
		}
	}
}

func TestText(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{ // "" is refused
		"CN=홍길동, OU=EPOST , C=kr":        "cn=홍길동,ou=EPOST,c=kr",
		"cn=":                            "cn=",
		"cn=a=b":                         "cn=a=b",
		`cn=한빛\, Ltd.`:                   `cn=한빛\, Ltd.`,
		`cn=\ a\ ,c=kr`:                  `cn=\ a\ ,c=kr`,
		`cn=\#1\+1\"\\\<\;`:              `cn=\#1\+1\"\\\<\;`,
		`cn=\ED\99\8D`:                   "cn=홍",
		`cn=a\0Ab`:                       `cn=a\0Ab`,
		"cn=a\nb\x1b[2J\u202e\u200b":     `cn=a\0Ab\1B[2J\E2\80\AE\E2\80\8B`,
		"2.5.4.97=NTRKR-1":               "2.5.4.97=NTRKR-1",
		"2.5.4.3=홍":                      "cn=홍",
		"email=a@b.kr":                   "email=a@b.kr",
		"serialnumber=7+cn=홍":            "serialnumber=7+cn=홍",
		"":                               "",
		"홍길동":                            "",
		"cn=a,":                          "",
		"cn=a+":                          "",
		",cn=a":                          "",
		"cn=Ltd., Co":                    "",
		`cn=a\`:                          "",
		`cn=a\x`:                         "",
		`cn=\FF`:                         "",
		"cn=\xff":                        "",
		"cn=#0c0141":                     "",
		`cn="a"`:                         "",
		"c=한국":                           "",
		"email=홍@b.kr":                   "",
		"2.5.4.03=a":                     "",
		"2.5.4.-3=a":                     "",
		"3.1=a":                          "",
		"2.2147483647=a":                 "",
		"1=a":                            "",
		"nick=a":                         "",
		"cn=a+cn=a":                      "",
		"cn=" + strings.Repeat("가", 6e3): "",
	} {
		got, err := dn.ParseText(text)
		switch {
		case want == "" && err == nil:
			t.Errorf("%q is read as %q, want a refusal", text, got)
		case want != "" && (err != nil || got.String() != want):
			t.Errorf("%q is %q (%v), want %q", text, got, err, want)
		}
	}
}

func TestFolders(t *testing.T) {
	t.Parallel()
	for value, ok := range map[string]bool{
		"홍길동()0071":                true,
		"한빛 Co., Ltd.()0071":       true,
		"\u1112\u1169\u11bc()0071": true, // NFD, as macOS writes it
		"../../../../tmp/pwn":      false,
		`a\b`:                      false,
		"a:b":                      false,
		"a*b":                      false,
		"a?b":                      false,
		"a\nb":                     false,
		"a\x00b":                   false,
		"a\x1b[31m":                false,
		"a\u202eb":                 false,
		"a\u200bb":                 false,
		"a\u00a0b":                 false,
		"ends with a dot.":         false,
		"ends with a space ":       false,
		strings.Repeat("가", 84):    true, // with cn= these are 255 bytes
		strings.Repeat("가", 85):    false,
	} {
		name := dn.Name{{{Type: []int{2, 5, 4, 3}, Value: value, Tag: 12}}}
		folder, err := name.Folder()
		if ok != (err == nil) {
			t.Errorf("folder of %q: %v", value, err)
		}
		if ok && folder != "cn="+value {
			t.Errorf("folder of %q is %q", value, folder)
		}
		if err != nil && strings.ContainsAny(err.Error(), "\x00\x1b\n\u202e\u200b") {
			t.Errorf("the refusal of %q has a character that a terminal obeys", value)
		}
	}
	for _, reserved := range []string{"", ".", "..", ".hidden", "CON", "con.txt", "Lpt1", "aux .x", "nul.", "\xff"} {
		if dn.SafeFolder(reserved) == nil {
			t.Errorf("a folder may be called %q", reserved)
		}
	}
}

func TestOwner(t *testing.T) {
	t.Parallel()
	for cn, want := range map[string]string{
		"홍길동()0071041202611220001":                  "홍길동",
		"HKD(KILDONG.HONG)009104120200225191000030": "HKD(KILDONG.HONG)",
		"한빛(주)()00710412026112200":                  "한빛(주)",
		"홍길동":                                       "홍길동",
		"홍길동()":                                     "홍길동()",
		"홍길동(길동)":                                   "홍길동(길동)",
		"KISA RootCA 4":                             "KISA RootCA 4",
		"홍길동\n(인증됨)()0071041202611220001":           "홍길동\n(인증됨)",
		"()0071041202611220001":                     "()0071041202611220001",
	} {
		name := dn.Name{{{Type: []int{2, 5, 4, 3}, Value: cn, Tag: 12}}}
		if got := name.Owner(); got != want {
			t.Errorf("%q belongs to %q, want %q", cn, got, want)
		}
	}
	if got := (dn.Name{}).Owner(); got != "" {
		t.Errorf("a name without a common name belongs to %q", got)
	}
}

// TestInteropSamples reads the names of certificates that others wrote.
func TestInteropSamples(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob("../../../shared/interop/npki/*/*.der")
	if err != nil || len(files) == 0 {
		t.Skipf("the samples are not here: %v", err)
	}
	want := map[string]string{
		"c01-cn-traversal.der": "cn=../../../../tmp/pwn,o=yessign,c=kr",
		"c06-cn-newline.der":   `cn=홍길동\0A(인증됨),o=yessign,c=kr`,
		"c10-cn-bmp.der":       "cn=홍길동,o=yessign,c=kr",
		"c12-no-cn.der":        "o=yessign,c=kr",
		"KISA-RootCA-4.der":    "cn=KISA RootCA 4,ou=Korea Certification Authority Central,o=KISA,c=KR",
		"signCert.der":         "cn=HKD(KILDONG.HONG)009104120200225191000030,ou=INITECH,ou=personal4IB,o=yessign,c=kr",
	}
	read := 0
	for _, file := range files {
		der, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		certificate, err := x509.ParseCertificate(der)
		if err != nil {
			continue // no certificate, or one that Go refuses itself
		}
		for _, raw := range [][]byte{certificate.RawSubject, certificate.RawIssuer} {
			name, err := dn.Parse(raw)
			if err != nil {
				t.Errorf("%s: %v", file, err)
				continue
			}
			if again := encode(t, name); !bytes.Equal(again, raw) {
				t.Errorf("%s: encoding again gives\n%x, want\n%x", file, again, raw)
			}
			if text, known := want[filepath.Base(file)]; known && &raw[0] == &certificate.RawSubject[0] && name.String() != text {
				t.Errorf("%s: it is %q, want %q", file, name, text)
			}
			read++
		}
		subject, _ := dn.Parse(certificate.RawSubject)
		if _, err := subject.Folder(); strings.HasPrefix(filepath.Base(file), "c0") && err == nil {
			t.Errorf("%s has a folder", file)
		}
	}
	if read < 20 {
		t.Errorf("only %d names were read", read)
	}
}

// wrap gives content in hexadecimal a header of DER; the lengths of these tests are under 128.
func wrap(tag, content string) string {
	return tag + hex.EncodeToString([]byte{byte(len(content) / 2)}) + content
}

func encode(t *testing.T, name dn.Name) []byte {
	t.Helper()
	der, err := name.DER()
	if err != nil {
		t.Fatalf("encode %q: %v", name, err)
	}
	return der
}

func unhex(t *testing.T, text string) []byte {
	t.Helper()
	data, err := hex.DecodeString(text)
	if err != nil {
		t.Fatal(err)
	}
	return data
}
