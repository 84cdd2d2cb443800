package faulttest_test

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"smartbank/bank"
	"smartbank/bank/banktest"
	"smartbank/bank/prooftest"
)

func init() { roles["umask"] = umask }

func TestEveryFileIsForItsOwnerAloneWhateverTheUmask(t *testing.T) {
	t.Parallel()
	for _, mask := range []string{"0", "022", "077", "0777"} {
		t.Run(mask, func(t *testing.T) {
			t.Parallel()
			folder := t.TempDir()
			if out, err := role(t, nil, "umask", mask, folder, firstVersion(t, t.TempDir())).CombinedOutput(); err != nil {
				t.Fatalf("%v: %s", err, out)
			}
		})
	}
}

// umask does with an umask all that makes files, and looks at them.
func umask(ctx context.Context, args []string) error {
	var mask int
	if _, err := fmt.Sscanf(args[0], "%o", &mask); err != nil {
		return err
	}
	syscall.Umask(mask)
	folder := filepath.Join(args[1], "share", "smartbank")
	path := filepath.Join(folder, "bank.db")
	if err := bank.Create(ctx, path, prooftest.Opening(), prooftest.Options(4)); err != nil {
		return err
	}
	b, err := bank.Open(ctx, path, prooftest.Options(5))
	if err != nil {
		return err
	}
	if _, err := prooftest.SignIn(ctx, b, 0, bank.Phone); err != nil {
		return err
	}
	kept := filepath.Join(folder, "kept.db")
	if _, err := b.Backup(ctx, kept); err != nil {
		return err
	}
	if _, err := bank.Restore(ctx, kept, path, banktest.Start, nil); err != nil {
		return err
	}
	if _, err := bank.Restore(ctx, kept, filepath.Join(folder, "new", "bank.db"), banktest.Start, nil); err != nil {
		return err
	}
	old, err := bank.Open(ctx, args[2], prooftest.Options(6)) // with a copy before its migration
	if err != nil {
		return err
	}
	return errors.Join(lookAt(filepath.Dir(folder)), lookAt(filepath.Dir(args[2])), old.Close(), b.Close())
}

// lookAt walks a folder and finds what others may read.
func lookAt(root string) error {
	files := 0
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		info, err := d.Info()
		if err != nil {
			return err
		}
		want := os.FileMode(0o600)
		if d.IsDir() {
			want = 0o700 | os.ModeDir
		} else {
			files++
		}
		if info.Mode() != want && path != root {
			return fmt.Errorf("%s has mode %s", path, info.Mode())
		}
		return nil
	})
	if err == nil && files < 4 {
		err = fmt.Errorf("there are only %d files", files)
	}
	return err
}
