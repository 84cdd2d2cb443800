package ui_test

import (
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// allowed is which of our packages may import which. An arrow that is not here
// needs a reason, not a line: arrows point from the program to the screens, to the words and looks, to the bank,
// to its leaves, and never back. A package that is not here yet needs a line of its own, unless only tests are in it.
var allowed = map[string]string{
	"": "ui",

	"bank/money":     "",
	"bank/calendar":  "",
	"bank":           "bank/money bank/calendar bank/fx bank/iso",
	"bank/demo":      "bank bank/money bank/calendar bank/fx bank/iso",
	"bank/iso":       "bank/money bank/calendar",
	"bank/fx":        "bank/money bank/calendar",
	"bank/statement": "bank/money bank/calendar bank/iso",

	"certstore/seed":      "",
	"certstore/dn":        "",
	"certstore/npki":      "certstore/seed certstore/dn",
	"certstore/pkcs12":    "certstore/npki certstore/seed",
	"certstore/cms":       "",
	"certstore/trust":     "certstore/npki",
	"certstore/keyring":   "",
	"certstore/pairing":   "",
	"certstore/fixedkeys": "",
	"certstore":           "certstore/dn certstore/npki certstore/cms certstore/keyring",
	"certstore/ca":        "certstore certstore/dn certstore/npki certstore/cms certstore/trust certstore/fixedkeys",

	"ui/settings":  "",
	"ui/text":      "ui/settings bank bank/money bank/calendar bank/fx bank/iso certstore certstore/keyring certstore/trust ui/center",
	"ui/theme":     "",
	"ui/paper":     "",
	"ui/keymap":    "ui/text ui/settings",
	"ui/center":    centerMay + " certstore/fixedkeys",
	"ui/component": "bank bank/money bank/calendar bank/fx bank/iso ui/center ui/text ui/theme ui/keymap",
	"ui/export":    "bank bank/money bank/calendar bank/statement ui/text ui/component ui/paper",
	"ui/screen":    centerMay + " ui/settings ui/center ui/text ui/theme ui/keymap ui/component ui/export",
	"ui/copying":   centerMay + " ui/center ui/text ui/theme ui/keymap ui/component ui/export ui/screen",
	"ui/headless":  "",
	"ui/tape":      "ui/headless",
	"ui/terminal":  "ui/headless",
	"ui/conductor": "",
	"ui/uitest":    centerMay + " bank/demo bank/banktest certstore/certtest certstore/fixedkeys ui/center ui/text ui/theme ui/keymap ui/component ui/screen ui/headless ui/tape ui/app",

	"ui/screens/home":        screenMay,
	"ui/screens/search":      screenMay,
	"ui/screens/transfer":    screenMay,
	"ui/screens/fx":          screenMay,
	"ui/screens/certificate": screenMay,
	"ui/screens/export":      screenMay,
	"ui/screens/pc":          screenMay,

	"ui/app": screenMay + " ui/screens/home ui/screens/search ui/screens/transfer ui/screens/fx ui/screens/certificate ui/screens/export ui/screens/pc",
	// A kiosk is no screen: it stands around the whole program, and starts it anew for each visitor.
	"ui/kiosk": "bank bank/calendar bank/demo ui/center ui/export ui/text ui/theme ui/keymap ui/component ui/screen ui/headless ui/tape ui/app",
	"ui/plain": "ui/text ui/keymap ui/component ui/screen ui/app",
	"ui/command": centerMay + " certstore/fixedkeys bank/demo ui/settings ui/center " +
		"ui/text ui/theme ui/keymap ui/component ui/export ui/paper ui/screen ui/headless ui/tape ui/terminal ui/conductor ui/app ui/kiosk ui/plain",
	"ui": "ui/command",
}

// centerMay is what the Certification Center may import: the bank and the
// certificates, whole.
const centerMay = "bank bank/money bank/calendar bank/fx bank/iso bank/statement certstore certstore/dn certstore/npki certstore/pkcs12 certstore/cms certstore/trust certstore/keyring certstore/pairing certstore/ca"

// screenMay is what a screen may import: no other screen, and nothing that runs
// the program.
const screenMay = centerMay + " ui/settings ui/center ui/text ui/theme ui/keymap ui/component ui/screen ui/copying ui/export ui/paper"

// denied is what packages may not import, whatever they are: the bank has no
// screens, and screens no files. A name stands for everything below it.
var denied = map[string][]string{
	"bank":       {"charm.land", "github.com/charmbracelet", "github.com/spf13"},
	"ui/screens": {"os", "os/exec", "database/sql", "net", "modernc.org"},
	"ui/copying": {"os", "os/exec", "database/sql", "net", "modernc.org"},
	"ui/text":    {"charm.land", "github.com/charmbracelet", "os", "database/sql"},
}

// arrows is what a package may import. What is for the tests of the bank or of the
// certificate store may import all of it.
func arrows(pkg string) (may []string, known bool) {
	if within(pkg, "bank") && forTests(pkg) {
		return strings.Fields("bank bank/money bank/calendar bank/demo bank/banktest bank/prooftest"), true
	}
	if within(pkg, "certstore") && forTests(pkg) {
		return strings.Fields("certstore certstore/dn certstore/npki certstore/pkcs12 certstore/cms certstore/trust certstore/keyring certstore/pairing certstore/ca certstore/fixedkeys"), true
	}
	names, known := allowed[pkg]
	return strings.Fields(names), known
}

// forTests reports whether only tests may import a package of ours.
func forTests(pkg string) bool { return strings.HasSuffix(pkg, "test") }

// TestLayers checks which package imports which, in the files of the program. Its
// tests may import what the package below them may not, but the bank's know no screens either.
func TestLayers(t *testing.T) {
	t.Parallel()
	imports := imports(t)
	for pkg, have := range imports {
		may, known := arrows(pkg)
		if !known {
			t.Errorf("%s is in no layer: give it a line in allowed", pkg)
			continue
		}
		for imported, file := range have {
			ours, isOurs := strings.CutPrefix(imported, "smartbank/")
			test := strings.HasSuffix(file, "_test.go")
			switch {
			case isOurs && strings.HasPrefix(pkg, "bank") && strings.HasPrefix(ours, "ui"),
				isOurs && strings.HasPrefix(pkg, "ui/screens/") && strings.HasPrefix(ours, "ui/screens/") && ours != pkg:
				t.Errorf("%s imports %s, which no file of %s may", file, imported, pkg)
			case isOurs && !test && !slices.Contains(may, ours):
				t.Errorf("%s imports %s, which %s may not", file, imported, pkg)
			case isOurs && !test && forTests(ours) && !forTests(pkg):
				t.Errorf("%s imports %s, which is for tests", file, imported)
			}
			if !test {
				checkDenied(t, pkg, imported, file)
			}
		}
	}
}

// checkDenied complains of an import that is denied to pkg.
func checkDenied(t *testing.T, pkg, imported, file string) {
	t.Helper()
	for layer, names := range denied {
		if !within(pkg, layer) {
			continue
		}
		for _, name := range names {
			if within(imported, name) {
				t.Errorf("%s imports %s, which %s may not", file, imported, layer)
			}
		}
	}
}

// within reports whether a path is name, or below it.
func within(p, name string) bool { return p == name || strings.HasPrefix(p, name+"/") }

// TestArrowsPointOneWay checks that allowed itself has no way round in a circle.
func TestArrowsPointOneWay(t *testing.T) {
	t.Parallel()
	seen := map[string]bool{}
	var walk func(pkg string, way []string)
	walk = func(pkg string, way []string) {
		if slices.Contains(way, pkg) {
			t.Fatalf("round in a circle: %s", strings.Join(append(way, pkg), " → "))
		}
		if seen[pkg] {
			return
		}
		for next := range strings.FieldsSeq(allowed[pkg]) {
			if _, known := arrows(next); !known {
				t.Errorf("%q may import %q, which is no package", pkg, next)
			}
			walk(next, append(slices.Clone(way), pkg))
		}
		seen[pkg] = true
	}
	for _, pkg := range slices.Sorted(maps.Keys(allowed)) {
		walk(pkg, nil)
	}
}

// imports are the imports of every package of the tree, each with a file that has
// it; a file of the program before one of its tests.
func imports(t *testing.T) map[string]map[string]string {
	t.Helper()
	found := map[string]map[string]string{}
	err := filepath.WalkDir("..", func(file string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name := entry.Name()
		if entry.IsDir() {
			if name == "testdata" || strings.HasPrefix(name, ".") && name != ".." || nestedModule(file) {
				return fs.SkipDir
			}
			return nil
		}
		if !strings.HasSuffix(name, ".go") {
			return nil
		}
		source, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		pkg, err := filepath.Rel("..", filepath.Dir(file))
		if err != nil {
			return err
		}
		if pkg = filepath.ToSlash(pkg); pkg == "." {
			pkg = ""
		}
		if found[pkg] == nil {
			found[pkg] = map[string]string{}
		}
		for _, spec := range source.Imports {
			imported, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				return err
			}
			if have := found[pkg][imported]; have == "" || strings.HasSuffix(have, "_test.go") {
				found[pkg][imported] = path.Join(pkg, name)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

// nestedModule reports whether a folder below the top is a module of its own.
func nestedModule(folder string) bool {
	if folder == ".." {
		return false
	}
	_, err := os.Stat(filepath.Join(folder, "go.mod"))
	return err == nil
}
