package npki

import (
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
)

// Root is a folder that holds NPKI folders, and where it was found.
type Root struct {
	Path  string // of the NPKI folder itself
	Drive bool   // a USB stick or another drive
}

// Roots are the places where Korean programs keep certificates on this platform, those that exist, with names in any case.
// home is the user's home folder; env reads the environment.
func Roots(home string, env func(string) string) []Root {
	return existing(places(runtime.GOOS, home, env))
}

// place is where an NPKI folder may be.
type place struct {
	base  string   // exists in this spelling
	each  bool     // names are below every folder in base: it is where drives are mounted
	names []string // below it, in any case
	drive bool
}

// npkiFolder is the name that all programs agree on.
const npkiFolder = "NPKI"

// places are where programs look on a platform, as PyPinkSign, zk-X509 and the banks' guides say.
func places(goos, home string, env func(string) string) (all []place) {
	add := func(base string, names ...string) {
		if base != "" {
			all = append(all, place{base: base, names: names})
		}
	}
	mounts := func(base string) {
		all = append(all, place{base: base, each: true, names: []string{npkiFolder}, drive: true})
	}
	switch goos {
	case "windows":
		add(home, "AppData", "LocalLow", npkiFolder)
		add(env("ProgramFiles"), npkiFolder)
		add(env("ProgramFiles(x86)"), npkiFolder)
		system := strings.ToUpper(env("SystemDrive"))
		if system == "" {
			system = "C:"
		}
		for letter := 'C'; letter <= 'Z'; letter++ {
			drive := string(letter) + ":"
			all = append(all, place{base: drive + `\`, names: []string{npkiFolder}, drive: drive != system})
		}
	case "darwin":
		add(home, "Library", "Preferences", npkiFolder)
		add(home, "Documents", npkiFolder)
		add(home, npkiFolder)
		mounts("/Volumes")
	default:
		add(home, npkiFolder)
		add(home, ".pki", npkiFolder)
		if user := env("USER"); user != "" && user != ".." && !strings.ContainsAny(user, `/\`) {
			mounts("/media/" + user)
			mounts("/run/media/" + user)
		}
		mounts("/media")
		mounts("/mnt")
	}
	return all
}

// existing are the folders that there are, each once.
func existing(all []place) (roots []Root) {
	var seen []os.FileInfo
	for _, p := range all {
		bases := []string{p.base}
		if p.each {
			bases = below(p.base, "")
		}
		for _, name := range p.names {
			var next []string
			for _, base := range bases {
				next = append(next, below(base, name)...)
			}
			bases = next
		}
		for _, path := range bases {
			info, err := os.Stat(path)
			if err != nil || slices.ContainsFunc(seen, func(other os.FileInfo) bool { return os.SameFile(info, other) }) {
				continue
			}
			seen = append(seen, info)
			roots = append(roots, Root{path, p.drive})
		}
	}
	return roots
}

// below are the folders in a folder with a name in any case, or all of them; the name as it is spelled here first.
func below(base, name string) (found []string) {
	entries, err := os.ReadDir(base)
	if err != nil {
		return nil
	}
	for _, entry := range entries {
		path := filepath.Join(base, entry.Name())
		info, err := os.Stat(path) // the user's own links are followed
		switch {
		case err != nil || !info.IsDir():
		case entry.Name() == name:
			found = slices.Insert(found, 0, path)
		case name == "" || strings.EqualFold(entry.Name(), name):
			found = append(found, path)
		}
	}
	return found
}
