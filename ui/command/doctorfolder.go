package command

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
)

// seeFolder looks whether the data folder can be written, and only by its owner.
func (p *program) seeFolder() finding {
	w, folder := p.text.Command.Check, p.settings.data
	f := finding{about: w.Folder, is: folder}
	info, err := os.Stat(folder)
	missing := errors.Is(err, fs.ErrNotExist)
	if missing {
		f.is += " (" + w.NotYet + ")"
		folder, info, err = standing(folder)
	}
	if err == nil && info.IsDir() {
		err = probe(folder)
	}
	switch {
	case err != nil || !info.IsDir():
		f.ill, f.advice = true, w.FolderAdvice(folder)
		return f
	case missing:
		return f
	}
	return p.seeModes(f, info)
}

// standing is the nearest folder above one that is not there yet, in which it will be made.
func standing(folder string) (above string, info fs.FileInfo, err error) {
	above = filepath.Clean(folder)
	for {
		above = filepath.Dir(above)
		info, err = os.Stat(above)
		if !errors.Is(err, fs.ErrNotExist) || above == filepath.Dir(above) {
			return above, info, err
		}
	}
}

// probe writes a file into a folder, and removes it.
func probe(folder string) error {
	file, err := os.CreateTemp(folder, "doctor-")
	if err != nil {
		return err
	}
	return errors.Join(file.Close(), os.Remove(file.Name()))
}

// seeModes looks whether others on the machine can read the bank. Windows has no
// modes to look at.
func (p *program) seeModes(f finding, folder fs.FileInfo) finding {
	if runtime.GOOS == "windows" {
		return f
	}
	open := []string{}
	if folder.Mode().Perm()&0o077 != 0 {
		open = append(open, "chmod 700 "+p.settings.data)
	}
	for _, name := range []string{"bank.db", "bank.db-wal", "bank.db-shm", keyringFile} {
		path := filepath.Join(p.settings.data, name)
		if info, err := os.Stat(path); err == nil && info.Mode().Perm()&0o077 != 0 {
			open = append(open, "chmod 600 "+path)
		}
	}
	if len(open) > 0 {
		f.ill, f.advice = true, p.text.Command.Check.ModeAdvice+" "+strings.Join(open, "; ")
	}
	return f
}
