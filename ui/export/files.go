// Package export makes receipts and statements of what stands in the books, and
// saves them as files.
//
// What is exported is read from the bank anew, so that a receipt is the same
// wherever it is asked for. A file appears under its name when it is whole: what is
// cancelled or fails leaves none.
package export

import (
	"bufio"
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"syscall"
)

// Files is where exports are saved, and the font of those in PDF. The zero Files
// saves nothing: [*FileError] with NotHere.
type Files struct {
	Dir  string   // the working folder, from which the names of files are
	Root *os.Root // where not nil, nothing is written outside of it, and Dir is only for show
	Font []byte   // a TrueType font that paper.CheckFont passes; nil has the built-in one
	Home string   // what "~/" at the start of a name stands for; "" for nothing
	Anew *Anew    // where not nil, files of earlier programs are replaced unasked
	Busy *Busy    // where not nil, it knows of files that are being written
}

// Busy counts the files that are being written, so that a program that ends waits
// until what it stopped is tidied up.
type Busy struct{ files sync.WaitGroup }

// Wait waits until no file is being written; a nil Busy knows of none.
func (b *Busy) Wait() {
	if b != nil {
		b.files.Wait()
	}
}

// begin counts a file, until end.
func (b *Busy) begin() (end func()) {
	if b == nil {
		return func() {}
	}
	b.files.Add(1)
	return b.files.Done
}

// Anew are the files that a program has made, for one that makes its files anew
// each time it runs, as a tape makes its pictures.
type Anew struct {
	mu   sync.Mutex
	made map[string]bool
}

// has reports whether this program has made a file; nil has made all there are.
func (a *Anew) has(path string) bool {
	if a == nil {
		return true
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	return a.made[path]
}

// add remembers a file.
func (a *Anew) add(path string) {
	if a == nil {
		return
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.made == nil {
		a.made = map[string]bool{}
	}
	a.made[path] = true
}

// temporaries is how many names are tried for a file that is being written.
const temporaries = 100

// Save writes a file of that name through write, readable by its owner alone, and
// gives it the name once it is whole and on the disk. An existing file is a
// [*FileError] with Exists, unless replace. Write's error, ctx's and the disk's
// leave no file, and one that was to be replaced as it was. It returns the full path.
func (f Files) Save(ctx context.Context, name string, replace bool, write func(w io.Writer) error) (path string, err error) {
	defer f.Busy.begin()()
	if err := ctx.Err(); err != nil {
		return "", err
	}
	folder, base, path, err := f.open(name)
	if err != nil {
		return "", fileError(path, err)
	}
	defer folder.Close() //nolint:errcheck // what was written through it is there
	replace = replace || !f.Anew.has(path)
	if err := free(folder, base, replace); err != nil {
		return "", fileError(path, err)
	}
	temporary, err := fill(ctx, folder, base, write)
	if err == nil {
		err = ctx.Err()
	}
	if err == nil {
		err = giveName(folder, temporary, base, replace)
	}
	if temporary != "" {
		_ = folder.Remove(temporary) // it has its name, or it must not stay
	}
	if err == nil {
		err = syncFolder(folder)
	}
	if err != nil {
		return "", fileError(path, err)
	}
	f.Anew.add(path)
	return path, nil
}

// Path is where a file of that name is saved, for showing.
func (f Files) Path(name string) string {
	if rest, below := strings.CutPrefix(name, "~/"); below && f.Home != "" {
		return filepath.Join(f.Home, rest)
	}
	if filepath.IsAbs(name) {
		return filepath.Clean(name)
	}
	return filepath.Join(f.Dir, name)
}

// open opens the folder that a file is to be in.
func (f Files) open(name string) (folder *os.Root, base, path string, err error) {
	name = strings.TrimSpace(name)
	base, path = filepath.Base(name), f.Path(name)
	switch {
	case f.Dir == "" && f.Root == nil:
		return nil, base, path, errNotHere
	case name == "", strings.HasSuffix(name, string(filepath.Separator)), strings.HasSuffix(name, "/"), base == ".", base == "..", strings.ContainsRune(name, 0):
		return nil, base, path, errNoName
	case f.Root != nil:
		folder, err = f.Root.OpenRoot(filepath.Dir(name))
	default:
		folder, err = os.OpenRoot(filepath.Dir(path))
	}
	return folder, base, path, err
}

// free reports what has the name already.
func free(folder *os.Root, base string, replace bool) error {
	have, err := folder.Lstat(base)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return err
	case have.IsDir():
		return errFolder
	case !have.Mode().IsRegular() && have.Mode()&fs.ModeSymlink == 0:
		return errSpecial
	case !replace:
		return fs.ErrExist
	}
	return nil
}

// fill writes a new file beside the one that it is to become, and onto the disk.
func fill(ctx context.Context, folder *os.Root, base string, write func(w io.Writer) error) (name string, err error) {
	file, name, err := temporary(folder, base)
	if err != nil {
		return "", err
	}
	out := bufio.NewWriterSize(stoppable(ctx, file), 64<<10)
	err = write(out)
	if err == nil {
		err = out.Flush()
	}
	if err == nil {
		err = file.Sync()
	}
	return name, errors.Join(err, file.Close())
}

// temporary makes a new file for what is being written.
func temporary(folder *os.Root, base string) (*os.File, string, error) {
	runes := []rune(base)
	if len(runes) > 60 { // with its ends it may not be longer than names can be
		runes = runes[:60]
	}
	for i := 1; ; i++ {
		name := "." + string(runes) + "." + strconv.Itoa(i) + ".part"
		file, err := folder.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
		if !errors.Is(err, fs.ErrExist) || i == temporaries {
			return file, name, err
		}
	}
}

// stoppable takes nothing more once ctx has ended.
func stoppable(ctx context.Context, to io.Writer) io.Writer {
	return writing(func(p []byte) (int, error) {
		if err := ctx.Err(); err != nil {
			return 0, err
		}
		return to.Write(p)
	})
}

// writing is a writer that is one function.
type writing func(p []byte) (int, error)

func (w writing) Write(p []byte) (int, error) { return w(p) }

// giveName gives a file its name: of two programs that do this at once, one finds
// that there is a file. Where a file can have one name only, the name is taken
// first by an empty file.
func giveName(folder *os.Root, from, to string, replace bool) error {
	if replace {
		return folder.Rename(from, to)
	}
	err := folder.Link(from, to)
	if err == nil || errors.Is(err, fs.ErrExist) {
		return err
	}
	claim, err := folder.OpenFile(to, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	err = errors.Join(claim.Close(), folder.Rename(from, to))
	if err != nil {
		_ = folder.Remove(to) // it is empty, and ours
	}
	return err
}

// syncFolder makes a new name last, where the platform and the file system can.
func syncFolder(folder *os.Root) error {
	if runtime.GOOS == "windows" {
		return nil
	}
	opened, err := folder.Open(".")
	if err != nil {
		return err
	}
	err = opened.Sync()
	if errors.Is(err, errors.ErrUnsupported) || errors.Is(err, syscall.EINVAL) {
		err = nil
	}
	return errors.Join(err, opened.Close())
}
