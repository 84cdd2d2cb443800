package npki_test

import (
	"bytes"
	"crypto/rand"
	"crypto/x509"
	"errors"
	"io/fs"
	"math/big"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"smartbank/certstore/dn"
	"smartbank/certstore/fixedkeys"
	"smartbank/certstore/npki"
)

const (
	hong       = "cn=홍길동()0071041202611220001,ou=EPOST,ou=personal4IB,o=yessign,c=kr"
	kim        = "cn=김영희()0071041202611220002,ou=EPOST,ou=personal4IB,o=yessign,c=kr"
	hongFolder = "yessign/USER/" + hong
)

func TestSetsAreWrittenAndFound(t *testing.T) {
	t.Parallel()
	root := filepath.Join(t.TempDir(), "home", "NPKI")
	first, second := newSet(t, 0, hong), newSet(t, 1, kim)
	second.ExchangeCert, second.ExchangeKey = first.Cert, first.Key
	write(t, root, first)
	write(t, root, second)
	sets := scan(t, root)
	if len(sets) != 2 {
		t.Fatalf("%d sets are found, want 2", len(sets))
	}
	second.CA, second.Folder = "yessign", "yessign/USER/"+kim // which comes first
	first.CA, first.Folder = "yessign", hongFolder
	checkSet(t, sets[0], second)
	checkSet(t, sets[1], first)
	checkModes(t, filepath.Dir(root))
}

// TestNamesInAnyCase finds what other programs spell otherwise, and writes to the same place.
func TestNamesInAnyCase(t *testing.T) {
	t.Parallel()
	root, set := t.TempDir(), newSet(t, 0, hong)
	dir := filepath.Join(root, "YesSign", "User", hong)
	for name, data := range map[string][]byte{"SignCert.der": set.Cert, "SIGNPRI.KEY": set.Key, "KmCert.der": set.Cert, "kmpri.Key": set.Key, "CaPubs": {1}} {
		put(t, filepath.Join(dir, name), data)
	}
	sets := scan(t, root)
	if len(sets) != 1 || sets[0].Folder != "YesSign/User/"+hong || sets[0].CA != "YesSign" || sets[0].ExchangeKey == nil {
		t.Fatalf("found are %v", sets)
	}
	fresh := newSet(t, 1, hong)
	write(t, root, fresh)
	sets = scan(t, root)
	if len(sets) != 1 || !bytes.Equal(sets[0].Cert, fresh.Cert) || sets[0].ExchangeCert != nil {
		t.Fatalf("after writing, found are %v", sets)
	}
	if kept, err := os.ReadFile(filepath.Join(dir, "CaPubs")); err != nil || len(kept) != 1 {
		t.Errorf("what else lay in the folder is gone: %v", err)
	}
}

// TestReplacingMakesFilesPrivate writes over what everybody could read.
func TestReplacingMakesFilesPrivate(t *testing.T) {
	t.Parallel()
	root, set := t.TempDir(), newSet(t, 0, hong)
	put(t, filepath.Join(root, hongFolder, "signPri.key"), set.Key)
	put(t, filepath.Join(root, hongFolder, "signCert.der"), set.Cert)
	write(t, root, newSet(t, 1, hong))
	checkModes(t, filepath.Join(root, hongFolder))
}

// TestCrashesLeaveOldOrNew stops writing after every step, as a power cut does. One set is found after it, the old one or the new one
// whole, and the next write leaves nothing else behind.
func TestCrashesLeaveOldOrNew(t *testing.T) {
	t.Parallel()
	before, after := newSet(t, 0, hong), newSet(t, 1, hong)
	before.ExchangeCert, before.ExchangeKey = before.Cert, before.Key
	seenOld, seenNew, last := 0, 0, 0
	for stop := 1; ; stop++ {
		root := t.TempDir()
		write(t, root, before)
		put(t, filepath.Join(root, hongFolder, "홍길동.pfx"), []byte("a copy"))
		if !crashes(t, root, after, stop) {
			break
		}
		last = stop
		sets := scan(t, root)
		if len(sets) != 1 {
			t.Fatalf("after a crash at step %d, %d sets are found", stop, len(sets))
		}
		if sets[0].Folder = hongFolder; bytes.Equal(sets[0].Cert, before.Cert) {
			before.CA, before.Folder = "yessign", hongFolder
			checkSet(t, sets[0], before)
			seenOld++
		} else {
			checkSet(t, sets[0], npki.Set{CA: "yessign", Folder: hongFolder, Cert: after.Cert, Key: after.Key})
			seenNew++
		}
		write(t, root, after)
		entries, err := os.ReadDir(filepath.Join(root, "yessign", "USER"))
		if err != nil || len(entries) != 1 {
			t.Errorf("after a crash at step %d and another write, there are %v (%v)", stop, entries, err)
		}
		if _, err := os.Stat(filepath.Join(root, hongFolder, "홍길동.pfx")); err != nil && bytes.Equal(sets[0].Cert, after.Cert) {
			t.Errorf("after a crash at step %d and another write: %v", stop, err)
		}
	}
	t.Logf("%d crash points: %d left the old set, %d the new one", last, seenOld, seenNew)
	if seenOld < 4 || seenNew < 2 {
		t.Errorf("only %d crashes left the old set and %d the new one", seenOld, seenNew)
	}
}

// crashes writes until step stop, and reports whether it came that far.
func crashes(t *testing.T, root string, s npki.Set, stop int) (crashed bool) {
	t.Helper()
	type powerCut struct{}
	defer func() {
		if cause := recover(); cause != nil {
			if _, ok := cause.(powerCut); !ok {
				panic(cause)
			}
			crashed = true
		}
	}()
	steps := 0
	err := npki.WriteInSteps(root, s, func() {
		if steps++; steps == stop {
			panic(powerCut{})
		}
	})
	if err != nil {
		t.Fatalf("write until step %d: %v", stop, err)
	}
	return false
}

func TestWhatMayNotBeWritten(t *testing.T) {
	t.Parallel()
	set, other := newSet(t, 0, hong), newSet(t, 1, kim)
	for name, row := range map[string]struct {
		change func(s *npki.Set)
		want   error
	}{
		"a certificate that is none":       {func(s *npki.Set) { s.Cert = []byte("no") }, nil},
		"a key that is not encrypted":      {func(s *npki.Set) { s.Key = newKey(t, 0).PKCS8() }, npki.ErrFormat},
		"no key":                           {func(s *npki.Set) { s.Key = nil }, npki.ErrFormat},
		"half a pair for exchange":         {func(s *npki.Set) { s.ExchangeCert = s.Cert }, nil},
		"an exchange key that is none":     {func(s *npki.Set) { s.ExchangeCert, s.ExchangeKey = s.Cert, []byte{} }, npki.ErrFormat},
		"an authority outside":             {func(s *npki.Set) { s.CA = "../evil" }, nil},
		"an authority that is hidden":      {func(s *npki.Set) { s.CA = ".ssh" }, nil},
		"a folder outside":                 {func(s *npki.Set) { s.Folder = "../evil" }, nil},
		"a folder from the top":            {func(s *npki.Set) { s.Folder = "/tmp/evil" }, nil},
		"a folder with an escape sequence": {func(s *npki.Set) { s.Folder = "yessign/USER/\x1b[2J" }, nil},
		"the root itself":                  {func(s *npki.Set) { s.Folder = "." }, nil},
		"somebody else's folder":           {func(s *npki.Set) { s.Folder = "yessign/USER/" + kim }, nil},
		"a link to a folder outside":       {func(s *npki.Set) { s.CA = "link" }, nil},
		"a file where a folder should be":  {func(s *npki.Set) { s.CA = "file" }, nil},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			top := t.TempDir()
			root, outside := filepath.Join(top, "NPKI"), filepath.Join(top, "outside")
			write(t, root, other)
			put(t, filepath.Join(root, "file"), nil)
			put(t, filepath.Join(outside, "here"), nil)
			symlink(t, outside, filepath.Join(root, "link"))
			before := tree(t, top)
			changed := set
			row.change(&changed)
			err := npki.Write(root, changed)
			if err == nil || row.want != nil && !errors.Is(err, row.want) {
				t.Errorf("it is %v, want a refusal", err)
			}
			if after := tree(t, top); !slices.Equal(after, before) {
				t.Errorf("there is %q, was %q", after, before)
			}
		})
	}
}

// TestHostileFolders scans what nobody should have put there.
func TestHostileFolders(t *testing.T) {
	t.Parallel()
	top := t.TempDir()
	root, good := filepath.Join(top, "NPKI"), newSet(t, 0, hong)
	write(t, root, good)
	outside := filepath.Join(top, "outside")
	put(t, filepath.Join(outside, "signCert.der"), good.Cert)
	put(t, filepath.Join(outside, "signPri.key"), good.Key)
	user := filepath.Join(root, "yessign", "USER")
	hostile := map[string]func(dir string){
		"a key over 64 KiB": func(dir string) { put(t, filepath.Join(dir, "signPri.key"), make([]byte, npki.MaxKey+1)) },
		"a linked key":      func(dir string) { symlink(t, filepath.Join(outside, "signPri.key"), filepath.Join(dir, "signPri.key")) },
		"a linked key inside": func(dir string) {
			symlink(t, filepath.Join(user, hong, "signPri.key"), filepath.Join(dir, "signPri.key"))
		},
		"a key that is a pipe":   func(dir string) { fifo(t, filepath.Join(dir, "signPri.key")) },
		"a key that is a folder": func(dir string) { put(t, filepath.Join(dir, "signPri.key", "x"), nil) },
		"no key":                 func(string) {},
		"escape \x1b[2J\u202e":   func(string) {},
	}
	for name, build := range hostile {
		put(t, filepath.Join(user, name, "signCert.der"), good.Cert)
		build(filepath.Join(user, name))
	}
	symlink(t, outside, filepath.Join(user, "a linked folder"))
	symlink(t, filepath.Join(root, "yessign"), filepath.Join(root, "linked authority"))
	put(t, filepath.Join(root, "KICA", "rootca.der"), nil)
	put(t, filepath.Join(user, "a file"), nil)
	sets, skipped, err := npki.Scan(root)
	if err != nil || len(sets) != 1 || sets[0].Folder != hongFolder {
		t.Fatalf("found are %v (%v), want only the good one", sets, err)
	}
	if want := len(hostile) + 2; len(skipped) != want { // and the linked folder, and KICA without USER
		t.Errorf("%d folders are told of, want %d: %v", len(skipped), want, skipped)
	}
	for _, err := range skipped {
		if strings.ContainsAny(err.Error(), "\x1b\u202e") {
			t.Errorf("%q would be obeyed by a terminal", err)
		}
	}
	if _, _, err := npki.Scan(filepath.Join(root, "nothing here")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a root that is not there: %v", err)
	}
}

func TestScanStopsAtItsLimits(t *testing.T) {
	t.Parallel()
	root := t.TempDir()
	for i := range 1001 {
		if err := os.MkdirAll(filepath.Join(root, "yessign", "USER", big.NewInt(int64(i)).String()), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	sets, skipped, err := npki.Scan(root)
	if err != nil || len(sets) != 0 || len(skipped) != 1 || !errors.Is(skipped[0], npki.ErrTooBig) {
		t.Errorf("found are %d sets, %d are skipped (%v)", len(sets), len(skipped), err)
	}
}

func TestRemove(t *testing.T) {
	t.Parallel()
	root := t.TempDir()
	write(t, root, newSet(t, 0, hong))
	write(t, root, newSet(t, 1, kim))
	put(t, filepath.Join(root, "yessign", "USER", kim, "copy.pfx"), []byte{1})
	sets := scan(t, root)
	write(t, root, newSet(t, 2, hong))
	if err := npki.Remove(root, sets[1]); err == nil {
		t.Error("a certificate that was replaced meanwhile is removed")
	}
	if crashes(t, root, newSet(t, 3, hong), 7); len(tree(t, root)) < 10 {
		t.Fatalf("the crash left nothing: %q", tree(t, root))
	}
	for _, set := range scan(t, root) {
		if err := npki.Remove(root, set); err != nil {
			t.Errorf("remove %s: %v", set.Folder, err)
		}
	}
	want := []string{".", "yessign", "yessign/USER", "yessign/USER/" + kim, "yessign/USER/" + kim + "/copy.pfx"}
	if got := tree(t, root); !slices.Equal(got, want) {
		t.Errorf("left are %q, want %q", got, want)
	}
}

func TestRootsOnEveryPlatform(t *testing.T) {
	t.Parallel()
	env := func(name string) string {
		return map[string]string{"ProgramFiles": `C:\Program Files`, "SystemDrive": "C:", "USER": "hong"}[name]
	}
	for goos, row := range map[string]struct {
		folder string // below home
		bases  []string
	}{
		"windows": {"AppData/LocalLow/npki", []string{"HOME", `C:\Program Files`, `C:\`, `D:\`, `Z:\`}},
		"darwin":  {"library/Preferences/NPKI", []string{"HOME", "/Volumes"}},
		"linux":   {".pki/Npki", []string{"HOME", "/media/hong", "/run/media/hong", "/media", "/mnt"}},
		"freebsd": {"npki", []string{"HOME"}},
	} {
		t.Run(goos, func(t *testing.T) {
			t.Parallel()
			bases := npki.PlacesOn(goos, "HOME", env)
			for _, base := range row.bases {
				if !slices.Contains(bases, base) {
					t.Errorf("%s is not looked at, of %q", base, bases)
				}
			}
			home := t.TempDir()
			put(t, filepath.Join(home, row.folder, "yessign", "x"), nil)
			roots := npki.RootsOn(goos, home, func(string) string { return "" })
			want := npki.Root{Path: filepath.Join(home, row.folder)}
			if !slices.Contains(roots, want) {
				t.Errorf("found are %v, want %v", roots, want)
			}
		})
	}
}

func TestRootsOfDrives(t *testing.T) {
	t.Parallel()
	mounts := t.TempDir()
	put(t, filepath.Join(mounts, "USB1", "npki", "x"), nil)
	put(t, filepath.Join(mounts, "USB2", "music"), nil)
	symlink(t, filepath.Join(mounts, "USB1"), filepath.Join(mounts, "again"))
	roots := npki.RootsBelow(mounts)
	if len(roots) != 1 || !roots[0].Drive || filepath.Base(roots[0].Path) != "npki" {
		t.Errorf("found are %v, want one drive", roots)
	}
}

func TestReadPath(t *testing.T) {
	t.Parallel()
	dir, set := t.TempDir(), newSet(t, 0, hong)
	exchange := newSet(t, 1, hong)
	for name, data := range map[string][]byte{
		"whole/SignCert.der": set.Cert, "whole/signPri.key": set.Key, "whole/kmCert.der": exchange.Cert, "whole/kmPri.key": exchange.Key,
		"alone/mine.cer": set.Cert, "alone/their.key": exchange.Key, "pair/a.der": set.Cert, "pair/a.key": set.Key,
		"bad/text": []byte("hello"), "bad/big": make([]byte, npki.MaxKey+1), "bad/trailing.der": append(slices.Clone(set.Cert), 0),
		"half/signCert.der": set.Cert, "odd/key.der": set.Key, "odd/cert.key": set.Cert,
	} {
		put(t, filepath.Join(dir, name), data)
	}
	fifo(t, filepath.Join(dir, "bad", "pipe"))
	symlink(t, filepath.Join(dir, "whole"), filepath.Join(dir, "link"))
	for path, want := range map[string]npki.Set{
		"whole":              {Cert: set.Cert, Key: set.Key, ExchangeCert: exchange.Cert, ExchangeKey: exchange.Key},
		"link":               {Cert: set.Cert, Key: set.Key, ExchangeCert: exchange.Cert, ExchangeKey: exchange.Key},
		"whole/SignCert.der": {Cert: set.Cert, Key: set.Key},
		"whole/signPri.key":  {Cert: set.Cert, Key: set.Key},
		"whole/kmPri.key":    {Cert: exchange.Cert, Key: exchange.Key},
		"pair/a.der":         {Cert: set.Cert, Key: set.Key},
		"pair/a.key":         {Cert: set.Cert, Key: set.Key},
		"alone/mine.cer":     {Cert: set.Cert},
		"alone/their.key":    {Key: exchange.Key},
		"odd/key.der":        {Key: set.Key},   // which is not its own certificate
		"odd/cert.key":       {Cert: set.Cert}, // nor its own key
	} {
		got, err := npki.ReadPath(filepath.Join(dir, path))
		if err != nil {
			t.Errorf("%s: %v", path, err)
			continue
		}
		checkSet(t, got, want)
	}
	for path, want := range map[string]error{
		"bad/text": npki.ErrFormat, "bad/big": npki.ErrTooBig, "bad/trailing.der": npki.ErrFormat, "bad/pipe": nil, "half": nil, "bad": nil,
		"none": fs.ErrNotExist,
	} {
		if got, err := npki.ReadPath(filepath.Join(dir, path)); err == nil || want != nil && !errors.Is(err, want) {
			t.Errorf("%s is read as %v (%v)", path, got, err)
		}
	}
}

// sampleFolders writes the hostile certificates, each with a key, and looks for what came of it.
func sampleFolders(t *testing.T) {
	t.Parallel()
	top := t.TempDir()
	root, key := filepath.Join(top, "NPKI"), newSet(t, 0, hong).Key
	files, err := filepath.Glob(samples + "hostile/c*.der")
	if err != nil || len(files) < 5 {
		t.Fatalf("there are only %d hostile certificates (%v)", len(files), err)
	}
	written := 0
	for _, file := range files {
		cert, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if err := npki.Write(root, npki.Set{Cert: cert, Key: key}); err == nil {
			written++
		} else if strings.ContainsAny(err.Error(), "\x1b\n\u202e") {
			t.Errorf("%s: the refusal %q would be obeyed by a terminal", file, err)
		}
	}
	for _, path := range tree(t, top) {
		if path != "." && path != "NPKI" && path != "NPKI/yessign" && path != "NPKI/yessign/USER" &&
			!strings.HasPrefix(path, "NPKI/yessign/USER/cn=홍길동") && !strings.HasPrefix(path, "NPKI/yessign/USER/o=yessign") && !strings.Contains(path, "()0071") {
			t.Errorf("%q was written", path)
		}
	}
	if sets := scan(t, root); len(sets) != written || written != 3 { // in BMPString, without a name, and NFD
		t.Errorf("%d sets were written and %d are found, want 3", written, len(sets))
	}
}

// newSet is a certificate of a name over a fixed key, with the key encrypted.
func newSet(t *testing.T, n int, text string) npki.Set {
	t.Helper()
	name, err := dn.ParseText(text)
	if err != nil {
		t.Fatal(err)
	}
	subject, err := name.DER()
	if err != nil {
		t.Fatal(err)
	}
	private := fixedkeys.Key(n)
	template := &x509.Certificate{
		SerialNumber: big.NewInt(int64(n + 1)), RawSubject: subject,
		NotBefore: time.Date(2026, 11, 21, 15, 0, 0, 0, time.UTC), NotAfter: time.Date(2027, 11, 21, 14, 59, 59, 0, time.UTC),
	}
	cert, err := x509.CreateCertificate(rand.Reader, template, template, &private.PublicKey, private)
	if err != nil {
		t.Fatal(err)
	}
	key, err := npki.Seal(newKey(t, n), []byte(setAPassword), npki.Encryption{Iterations: 1}, rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	return npki.Set{Cert: cert, Key: key}
}

// checkSet compares sets.
func checkSet(t *testing.T, got, want npki.Set) {
	t.Helper()
	if got.CA != want.CA || got.Folder != want.Folder || !bytes.Equal(got.Cert, want.Cert) || !bytes.Equal(got.Key, want.Key) ||
		!bytes.Equal(got.ExchangeCert, want.ExchangeCert) || !bytes.Equal(got.ExchangeKey, want.ExchangeKey) {
		t.Errorf("the set %s %s differs from %s %s", got.CA, got.Folder, want.CA, want.Folder)
	}
}

func write(t *testing.T, root string, s npki.Set) {
	t.Helper()
	if err := npki.Write(root, s); err != nil {
		t.Fatal(err)
	}
}

// scan scans what holds nothing that is skipped.
func scan(t *testing.T, root string) []npki.Set {
	t.Helper()
	sets, skipped, err := npki.Scan(root)
	if err != nil || len(skipped) > 0 {
		t.Fatalf("scan: %v, skipped %v", err, skipped)
	}
	return sets
}

// put makes a file that everybody may read, as other programs do, and its folders.
func put(t *testing.T, path string, data []byte) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, data, 0o644); err != nil {
		t.Fatal(err)
	}
}

func symlink(t *testing.T, to, path string) {
	t.Helper()
	if err := os.Symlink(to, path); err != nil {
		t.Fatal(err)
	}
}

// tree is every path below a folder.
func tree(t *testing.T, top string) (paths []string) {
	t.Helper()
	err := fs.WalkDir(os.DirFS(top), ".", func(path string, _ fs.DirEntry, err error) error {
		paths = append(paths, path)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return paths
}

// checkModes checks that everything below a folder is for its owner alone.
func checkModes(t *testing.T, top string) {
	t.Helper()
	if runtime.GOOS == "windows" {
		return
	}
	err := filepath.WalkDir(top, func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		info, err := entry.Info()
		want := fs.FileMode(0o600)
		if entry.IsDir() {
			want = 0o700
		}
		if err == nil && info.Mode().Perm() != want {
			t.Errorf("%s has mode %o, want %o", path, info.Mode().Perm(), want)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}
