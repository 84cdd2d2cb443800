package npki_test

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"testing"
	"unicode"

	"smartbank/certstore/npki"
)

// FuzzInspect checks that what is read of a key file is written in one form, which says the same and stays the same.
func FuzzInspect(f *testing.F) {
	key := newKey(f, 0)
	for _, e := range encryptions() {
		file, err := npki.Seal(key, []byte(password), e, bytes.NewReader(make([]byte, 64)))
		if err != nil {
			f.Fatal(err)
		}
		f.Add(file)
		f.Add(append(file[:len(file)-len(key.PKCS8())], make([]byte, 16)...))
	}
	f.Fuzz(func(t *testing.T, file []byte) {
		e, err := npki.Inspect(file)
		if err != nil {
			if !errors.Is(err, npki.ErrFormat) && !errors.Is(err, npki.ErrTooBig) {
				t.Fatalf("the refusal is %v", err)
			}
			return
		}
		if e.Iterations < 1 || e.Iterations > npki.MaxIterations || len(e.Salt) < 1 || len(e.Salt) > npki.MaxSalt {
			t.Fatalf("%+v is accepted", e)
		}
		again, err := npki.Again(file)
		if err != nil || len(again) > len(file) { // shorter without a default
			t.Fatalf("written again it has %d bytes (%v), was %d", len(again), err, len(file))
		}
		if third, err := npki.Again(again); err != nil || !bytes.Equal(third, again) {
			t.Fatalf("written again it does not stay the same (%v)", err)
		}
		if e.Iterations > 5000 {
			return // as many as files have, and quick to try
		}
		if _, err := npki.Open(file, []byte(password)); err != nil && !errors.Is(err, npki.ErrPassword) && !errors.Is(err, npki.ErrTooBig) {
			t.Fatalf("opening it gives %v", err)
		}
	})
}

// FuzzParseKey checks that what is read of a PKCS#8 is kept byte for byte, and that key and R make the same key again.
func FuzzParseKey(f *testing.F) {
	f.Add(newKey(f, 0).PKCS8())
	without, err := npki.NewKey(newKey(f, 0).RSA(), nil)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(without.PKCS8())
	f.Fuzz(func(t *testing.T, der []byte) {
		key, err := npki.ParseKey(der)
		if err != nil {
			return
		}
		if !bytes.Equal(key.PKCS8(), der) {
			t.Fatal("it is kept otherwise than it was")
		}
		if r := key.R(); r != nil && (len(r) != npki.SizeR || !bytes.Contains(der, r)) {
			t.Fatalf("R is %x", r)
		}
		built, err := npki.NewKey(key.RSA(), key.R())
		if err != nil || !built.RSA().Equal(key.RSA()) || !bytes.Equal(built.R(), key.R()) {
			t.Fatalf("built again it is another key (%v)", err)
		}
		key.Wipe()
	})
}

// FuzzCertificateVID checks that a VID that is read is written as one that is read as the same.
func FuzzCertificateVID(f *testing.F) {
	for _, v := range []npki.VID{{"홍길동", "SHA-256", make([]byte, 32)}, {"HKD", "SHA-1", make([]byte, 20)}} {
		extension, err := v.AltName()
		if err != nil {
			f.Fatal(err)
		}
		f.Add(extension)
	}
	f.Fuzz(func(t *testing.T, extension []byte) {
		v, found, err := npki.CertificateVID(withAltName(extension))
		if err != nil || !found {
			return
		}
		again, err := v.AltName()
		if err != nil {
			t.Fatalf("%+v cannot be written: %v", v, err)
		}
		if back, found, err := npki.CertificateVID(withAltName(again)); err != nil || !found ||
			back.RealName != v.RealName || back.Hash != v.Hash || !bytes.Equal(back.Value, v.Value) {
			t.Fatalf("%+v comes back as %+v (%v)", v, back, err)
		}
	})
}

// FuzzWriteFolder writes a set to any folder and looks whether something came to lie outside of the root, or inside under a name that
// a terminal would obey.
func FuzzWriteFolder(f *testing.F) {
	for _, folder := range []string{hongFolder, "../evil", "yessign/../../evil", "/evil", "a/b/c", `a\b`, "CON", "x\x1b[2J", "."} {
		f.Add(folder, "yessign")
		f.Add("", folder)
	}
	var set npki.Set
	f.Fuzz(func(t *testing.T, folder, authority string) {
		if set.Cert == nil {
			set = newSet(t, 0, hong)
		}
		top := t.TempDir()
		root := filepath.Join(top, "NPKI")
		mine := set
		mine.Folder, mine.CA = folder, authority
		err := npki.Write(root, mine)
		if entries, err := os.ReadDir(top); err != nil || len(entries) > 1 || len(entries) == 1 && entries[0].Name() != "NPKI" {
			t.Fatalf("%q, %q wrote outside: %v (%v)", folder, authority, entries, err)
		}
		if err != nil {
			return
		}
		for _, path := range tree(t, top) {
			for _, r := range path {
				if !unicode.IsPrint(r) || r == '\\' {
					t.Fatalf("%q, %q wrote %q", folder, authority, path)
				}
			}
		}
		if got, err := npki.ReadPath(filepath.Join(root, filepath.FromSlash(folder))); folder != "" && (err != nil || !bytes.Equal(got.Key, set.Key)) {
			t.Fatalf("%q is not read back: %v", folder, err)
		}
	})
}
