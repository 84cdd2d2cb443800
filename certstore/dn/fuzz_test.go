package dn_test

import (
	"bytes"
	"encoding/hex"
	"testing"
	"unicode"

	"smartbank/certstore/dn"
)

// FuzzParse checks that what is read as DER is written as the same bytes, and that its text is one line that is read as the
// same name.
func FuzzParse(f *testing.F) {
	for _, text := range []string{korean, "3000", "300c310a30080603550403" + "0c0141", "300c310a30080603550403" + "1e0141"} {
		der, err := hex.DecodeString(text)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(der)
	}
	f.Fuzz(func(t *testing.T, der []byte) {
		name, err := dn.Parse(der)
		if err != nil {
			return
		}
		if again, err := name.DER(); err != nil || !bytes.Equal(again, der) {
			t.Fatalf("encoding again gives\n%x (%v), want\n%x", again, err, der)
		}
		checkText(t, name)
		name.Owner()
	})
}

// FuzzParseText checks that text that is read is written in one form, which stays the same, and encodes to DER that is
// read as the same.
func FuzzParseText(f *testing.F) {
	for _, text := range []string{koreanText, `cn=a\,b+serialnumber=7,c=kr`, "2.5.4.97= x ", `cn=\ED\99\8D`, "cn=a\x1b"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		name, err := dn.ParseText(text)
		if err != nil {
			return
		}
		written := name.String()
		again, err := dn.ParseText(written)
		if err != nil || again.String() != written {
			t.Fatalf("%q is written as %q and then as %q (%v)", text, written, again, err)
		}
		checkText(t, name)
		der, err := name.DER()
		if err != nil {
			t.Fatalf("%q does not encode: %v", written, err)
		}
		if _, err := dn.Parse(der); err != nil {
			t.Fatalf("%q encodes to what is not read: %v", written, err)
		}
	})
}

// FuzzSafeFolder checks that no name that is allowed leaves its folder or holds what a terminal obeys.
func FuzzSafeFolder(f *testing.F) {
	for _, name := range []string{koreanText, "..", "a/b", `a\b`, "NUL.txt", "a\u202eb"} {
		f.Add(name)
	}
	f.Fuzz(func(t *testing.T, name string) {
		if dn.SafeFolder(name) != nil {
			return
		}
		if len(name) > dn.MaxFolder || name == "." || name == ".." {
			t.Fatalf("%q is allowed", name)
		}
		for _, r := range name {
			if r == '/' || r == '\\' || !unicode.IsPrint(r) {
				t.Fatalf("%q is allowed, with %q", name, r)
			}
		}
	})
}

// checkText checks that nothing in the text of a name is for the terminal to obey.
func checkText(t *testing.T, name dn.Name) {
	t.Helper()
	for _, r := range name.String() {
		if !unicode.IsPrint(r) {
			t.Fatalf("the text %q has %q", name, r)
		}
	}
	if folder, err := name.Folder(); err == nil && dn.SafeFolder(folder) != nil {
		t.Fatalf("%q is a folder that is not safe", folder)
	}
}
