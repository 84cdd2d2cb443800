package bank_test

import (
	"bytes"
	"context"
	"crypto/sha256"
	"database/sql"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"smartbank/bank"
	"smartbank/bank/banktest"
)

// sealedTables are those whose rows the chain covers, and the chain itself.
var sealedTables = []string{"entry", "leg", "transfer", "event", "refusal", "customer_limit", "act", "seal"}

// sealedBank is the file of a bank with rows in all of them.
var sealedBank = sync.OnceValues(func() ([]byte, error) {
	folder, err := os.MkdirTemp("", "bank")
	if err != nil {
		return nil, err
	}
	defer func() { _ = os.RemoveAll(folder) }()
	content, err := bankBytes()
	path := filepath.Join(folder, "bank.db")
	if err != nil || os.WriteFile(path, content, 0o600) != nil {
		return nil, err
	}
	b, err := bank.Open(context.Background(), path, options())
	if err != nil {
		return nil, err
	}
	for _, s := range []string{
		`INSERT INTO refusal(key,customer_id,from_number,institution,number,recipient,amount,own_memo,recipient_memo,requested_at,at,code)
		 VALUES('key-of-a-test',1,'10026001000017','004','12345678901234','박지훈',5,'','',0,0,'TRAN-04')`,
		`INSERT INTO customer_limit VALUES(1,1,1800000000000000,1000000,3000000,900000,2000000)`,
	} {
		if err := b.Meddle(context.Background(), s); err != nil {
			return nil, err
		}
	}
	w := &banktest.World{Bank: b}
	if err := pay(context.Background(), w, bank.OwnCash, string(banktest.KimMain), krw(1)); err != nil {
		return nil, err
	}
	if err := b.Close(); err != nil {
		return nil, err
	}
	return os.ReadFile(path)
})

func sealedFile(t *testing.T) string {
	t.Helper()
	content, err := sealedBank()
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "bank.db")
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// column is one of a table, and how to change what is in it.
type column struct{ table, name, changed string }

func columns(t *testing.T) (all []column) {
	t.Helper()
	db := rawOpen(t, sealedFile(t))
	defer db.Close()
	for _, table := range sealedTables {
		all = append(all, columnsOf(t, db, table)...)
	}
	return all
}

func columnsOf(t *testing.T, db *sql.DB, table string) (all []column) {
	t.Helper()
	rows, err := db.QueryContext(t.Context(), "SELECT name, type FROM pragma_table_info(?)", table)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	for rows.Next() {
		c := column{table: table}
		var kind string
		if err := rows.Scan(&c.name, &kind); err != nil {
			t.Fatal(err)
		}
		c.changed = map[string]string{
			"INTEGER": "coalesce(" + c.name + ",0)+1000", "TEXT": c.name + "||'x'", "BLOB": "unhex(CASE substr(hex(" + c.name + "),1,1) WHEN '0' THEN '1' ELSE '0' END||substr(hex(" + c.name + "),2))",
		}[kind]
		all = append(all, c)
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	return all
}

func TestTheChainNamesEveryColumnThatWasChanged(t *testing.T) {
	t.Parallel()
	all := columns(t)
	if len(all) < 60 {
		t.Fatalf("%d columns are sealed", len(all))
	}
	for _, c := range all {
		t.Run(c.table+"."+c.name, func(t *testing.T) {
			t.Parallel()
			path := sealedFile(t)
			tamper(t, path, fmt.Sprintf("UPDATE %s SET %s=%s WHERE rowid=(SELECT max(rowid) FROM %s)", c.table, c.name, c.changed, c.table))
			difference, err := bank.VerifyChain(t.Context(), path)
			if err != nil || !strings.Contains(difference, "seal") {
				t.Errorf("the chain says %q (%v)", difference, err)
			}
		})
	}
}

func TestTheChainNamesRowsThatCameOrWent(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ what, statements, want string }{
		{"nothing", "SELECT 1", ""},
		{"the last leg", "DELETE FROM leg WHERE id=12", "seal 4: legs 12 to 12, or what belongs to them, are not what was sealed"},
		{"a leg", "DELETE FROM leg WHERE id=5", "seal 1: legs 1 to 11, or what belongs to them, are not what was sealed"},
		{"a step", "DELETE FROM event WHERE id=2", "seal 1: legs 1 to 11, or what belongs to them, are not what was sealed"},
		{"a refusal", "DELETE FROM refusal", "seal 2: legs 12 to 11, or what belongs to them, are not what was sealed"},
		{"an order behind an old entry", "INSERT INTO transfer VALUES(7,1,{closed},'004','12345678901234','x',10000,0,'','','card',0)", "seal 1: legs 1 to 11, or what belongs to them, are not what was sealed"},
		{"a leg more", "INSERT INTO leg VALUES(13,12,{cash},{kim},'KRW',5,'','')", "leg 13 is not sealed"},
		{"a step more", "INSERT INTO event VALUES(5,9,3,2,'completed','reversed',0)", "step 5 is not sealed"},
		{"a refusal more", "INSERT INTO refusal SELECT 2,key,customer_id,from_number,institution,number,recipient,amount,own_memo,recipient_memo,requested_at,at,code FROM refusal", "refusal 2 is not sealed"},
		{"a limit more", "INSERT INTO customer_limit VALUES(2,1,1800000000000001,900000,2000000,1,1)", "limit 2 is not sealed"},
		{"an act", "DELETE FROM act WHERE id=2", "seal 1: legs 1 to 11, or what belongs to them, are not what was sealed"},
		{"an act more", "INSERT INTO act VALUES(3,1800000000000000,1800000000000000,1,'consent','x','x',x'00')", "act 3 is not sealed"},
		{"the first seal", "DELETE FROM seal WHERE id=1", "seal 2 does not follow the one before"},
		{"a seal in between", "DELETE FROM seal WHERE id=2", "seal 3 does not follow the one before"},
		{"the last seal", "DELETE FROM seal WHERE id=4", "leg 12 is not sealed"},
		{"all seals", "DELETE FROM seal", "leg 1 is not sealed"},
		{"the bank's name", "UPDATE setting SET value=CAST('0190a0b0-0000-7000-8000-000000000000' AS BLOB) WHERE name='bank_id'", "seal 1 does not follow the one before"},
	} {
		t.Run(c.what, func(t *testing.T) {
			t.Parallel()
			path := sealedFile(t)
			tamper(t, path, c.statements)
			if difference, err := bank.VerifyChain(t.Context(), path); err != nil || difference != c.want {
				t.Errorf("got %q (%v), want %q", difference, err, c.want)
			}
		})
	}
}

func TestTheHeadIsThatOfTheNewestSeal(t *testing.T) {
	t.Parallel()
	w := banktest.OpenFile(t)
	head := func() string {
		report, err := w.Verify(t.Context())
		quick, quickErr := w.Check(t.Context())
		if err != nil || quickErr != nil || report.Difference != "" || quick.Difference != "" || report.Head != quick.Head {
			t.Fatalf("%v %v %+v %+v", err, quickErr, report, quick)
		}
		return report.Head
	}
	before := head()
	if again := head(); again != before {
		t.Error("the head moved by itself")
	}
	if err := payment(t, w, 1)(); err != nil {
		t.Fatal(err)
	}
	if after := head(); after == before {
		t.Error("an order left the head where it was")
	}
}

// A long opening has more than one seal.
func TestALongOpeningIsSealedInParts(t *testing.T) {
	t.Parallel()
	image, err := bank.NewImage(t.Context(), longOpening(1100), options())
	if err != nil {
		t.Fatal(err)
	}
	b, err := bank.OpenImage(t.Context(), image, options())
	if err != nil {
		t.Fatal(err)
	}
	defer b.Close()
	if n, err := b.Count(t.Context(), "SELECT count(*) FROM seal"); err != nil || n != 2 {
		t.Errorf("it has %d seals (%v)", n, err)
	}
}

func TestVerifyTellsHowFarItIs(t *testing.T) {
	t.Parallel()
	var parts []bank.Part
	last := map[bank.Part]bank.Progress{}
	_, err := bank.Verify(t.Context(), sealedFile(t), banktest.Verify, func(now bank.Progress) {
		if len(parts) == 0 || parts[len(parts)-1] != now.Part {
			parts = append(parts, now.Part)
		}
		if before := last[now.Part]; now.Done < before.Done || now.Done > now.Total {
			t.Errorf("%+v comes after %+v", now, before)
		}
		last[now.Part] = now
	})
	if err != nil {
		t.Fatal(err)
	}
	want := []bank.Part{bank.PartPages, bank.PartStructure, bank.PartBooks, bank.PartSeals}
	if fmt.Sprint(parts) != fmt.Sprint(want) {
		t.Errorf("the parts are %v", parts)
	}
	for _, part := range want {
		if p := last[part]; p.Done != p.Total || p.Total == 0 {
			t.Errorf("at the end of %s it is %+v", part, p)
		}
	}
}

// What a bank's folder looks like must not change by looking at it.
func TestVerifyChangesNothingEvenOfAWrongBank(t *testing.T) {
	t.Parallel()
	for name, wrong := range map[string]func(t *testing.T) string{
		"an honest bank": func(t *testing.T) string { t.Helper(); return sealedFile(t) },
		"a bank that is open": func(t *testing.T) string {
			t.Helper()
			w := banktest.OpenFile(t)
			if err := payment(t, w, 1)(); err != nil {
				t.Fatal(err)
			}
			return w.Path
		},
		"a bank with the log of a program that was killed": func(t *testing.T) string {
			t.Helper()
			w := banktest.OpenFile(t)
			if err := payment(t, w, 1)(); err != nil {
				t.Fatal(err)
			}
			return copyOfFolder(t, w.Path)
		},
		"a bank that lies": func(t *testing.T) string {
			t.Helper()
			path := sealedFile(t)
			tamper(t, path, "UPDATE account SET posted=posted+1 WHERE id={kim}")
			return path
		},
		"a damaged bank": func(t *testing.T) string {
			t.Helper()
			path := sealedFile(t)
			content, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			copy(content[5*4096:], bytes.Repeat([]byte{0xff}, 4096))
			if err := os.WriteFile(path, content, 0o600); err != nil {
				t.Fatal(err)
			}
			return path
		},
		"another program's database": func(t *testing.T) string {
			t.Helper()
			path := filepath.Join(t.TempDir(), "photos.db")
			rawExec(t, path, "CREATE TABLE photo(id INTEGER)")
			return path
		},
		"a note": func(t *testing.T) string {
			t.Helper()
			path := filepath.Join(t.TempDir(), "note.txt")
			if err := os.WriteFile(path, []byte("eggs, milk"), 0o600); err != nil {
				t.Fatal(err)
			}
			return path
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			path := wrong(t)
			but := "" // of an open bank, what its readers tell each other
			if name == "a bank that is open" {
				but = "bank.db-shm"
			}
			old := time.Date(2020, 1, 2, 3, 4, 5, 0, time.UTC)
			if err := os.Chtimes(path, old, old); err != nil {
				t.Fatal(err)
			}
			before := everything(t, filepath.Dir(path), but)
			_, _ = bank.Verify(t.Context(), path, banktest.Verify)
			if after := everything(t, filepath.Dir(path), but); after != before {
				t.Errorf("before:\n%s\nafter:\n%s", before, after)
			}
		})
	}
}

// everything is the names, times and contents in a folder, but the content of one.
func everything(t *testing.T, folder, but string) string {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	var all strings.Builder
	for _, e := range entries {
		info, err := e.Info()
		if err != nil {
			t.Fatal(err)
		}
		content, err := os.ReadFile(filepath.Join(folder, e.Name()))
		if err != nil {
			t.Fatal(err)
		}
		if e.Name() == but {
			content = nil
		}
		fmt.Fprintf(&all, "%s %s %s %d %x\n", e.Name(), info.Mode(), info.ModTime(), info.Size(), sha256.Sum256(content))
	}
	return all.String()
}

func copyOfFolder(t *testing.T, path string) string {
	t.Helper()
	folder := t.TempDir()
	if err := os.CopyFS(folder, os.DirFS(filepath.Dir(path))); err != nil {
		t.Fatal(err)
	}
	return filepath.Join(folder, filepath.Base(path))
}
