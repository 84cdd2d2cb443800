package powertest_test

import (
	"context"
	"database/sql"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"sync/atomic"
	"testing"

	"smartbank/bank"
	"smartbank/bank/banktest"
	"smartbank/bank/prooftest"
)

// TestTeeth does to a plain database what the proof does to a bank. One that waits for the disk loses nothing; one that
// waits only when the log is folded loses what was acknowledged; one that never waits breaks.
func TestTeeth(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		synchronous    string
		loses, corrupt bool
	}{
		{"FULL", false, false},
		{"NORMAL", true, false},
		{"OFF", true, true},
	} {
		t.Run(row.synchronous, func(t *testing.T) {
			t.Parallel()
			folder := prooftest.Folder(t)
			events := trace(t, folder, row.synchronous)
			made := 1 + slices.IndexFunc(events, func(e event) bool { return e.line.Key == created })
			begun := func() *disk {
				d := newDisk(nil)
				for _, e := range events[:made] {
					d.happens(e)
				}
				settle(d) // what a database that does not wait had before the proof began
				return d
			}
			var losing, lost, corrupt atomic.Int64
			n := images(t, begun, events, [2]int{made, len(events)}, prooftest.Count(150, 3_000, 5), 4, func(t *testing.T, i image, in string) {
				t.Helper()
				missing, err := plainImage(i, folder, in)
				switch {
				case err != nil:
					corrupt.Add(1)
				case missing > 0:
					losing.Add(1)
					lost.Add(int64(missing))
				}
			})
			t.Logf("synchronous=%s: %d different images, %d of them examined once more; %d times %d acknowledged commits were lost in all, %d times it was corrupt",
				row.synchronous, n.images, n.again, losing.Load(), lost.Load(), corrupt.Load())
			if row.loses != (lost.Load() > 0) || row.corrupt != (corrupt.Load() > 0) {
				t.Errorf("lost %t, want %t; corrupt %t, want %t", lost.Load() > 0, row.loses, corrupt.Load() > 0, row.corrupt)
			}
		})
	}
}

// settle puts all that the system has for a disk onto it.
func settle(d *disk) {
	d.waits(event{from: 1 << 60}, nil)
	for _, file := range d.names {
		d.waits(event{from: 1 << 60}, file)
	}
}

// plainImage opens an image of the control and counts what is missing of what was acknowledged. What is there must add up.
func plainImage(i image, from, folder string) (missing int, err error) {
	if err := put(i.files, from, folder); err != nil {
		return 0, err
	}
	ctx := context.Background()
	db, err := sql.Open("sqlite", "file:"+filepath.Join(folder, plainName)+"?mode=rw")
	if err != nil {
		return 0, err
	}
	defer db.Close()
	var whole string
	var last, many, first, second int
	err = errors.Join(
		db.QueryRowContext(ctx, "PRAGMA integrity_check").Scan(&whole),
		db.QueryRowContext(ctx, "SELECT coalesce(max(id),0), count(*) FROM moved").Scan(&last, &many),
		db.QueryRowContext(ctx, "SELECT max(balance), min(balance) FROM side").Scan(&first, &second),
	)
	if err != nil {
		return 0, err
	}
	if whole != "ok" || last != many || first != many || second != -many {
		return 0, errors.New("it does not add up")
	}
	acknowledged := 0
	if len(i.lines) > 0 {
		acknowledged, err = strconv.Atoi(i.lines[len(i.lines)-1].Key)
	}
	return max(0, acknowledged-many), err
}

// TestGuardsOff takes the triggers out of a copy of a bank: then a statement passes that was refused before, and the bank
// says that its books do not agree. The guards are what refused it.
func TestGuardsOff(t *testing.T) {
	t.Parallel()
	path := filepath.Join(prooftest.Folder(t), bankName)
	if err := bank.Create(t.Context(), path, prooftest.Opening(), prooftest.Options(0)); err != nil {
		t.Fatal(err)
	}
	db, err := sql.Open("sqlite", "file:"+path+"?mode=rw")
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	db.SetMaxOpenConns(1)
	const illegal = "UPDATE posting SET amount=amount+1, balance=balance+1 WHERE account_id=(SELECT id FROM account WHERE number='30000001000001')"
	if _, err := db.ExecContext(t.Context(), illegal); err == nil {
		t.Fatal("the guards let an illegal statement in")
	}
	for _, name := range triggers(t, db) {
		if _, err := db.ExecContext(t.Context(), "DROP TRIGGER "+name); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := db.ExecContext(t.Context(), illegal); err != nil {
		t.Fatalf("without guards: %v", err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	report, err := bank.Verify(t.Context(), path, banktest.Verify)
	if err != nil || report.Difference == "" {
		t.Errorf("verified as %+v, %v", report, err)
	}
	if _, err := os.Stat(path); err != nil {
		t.Error(err)
	}
}

func triggers(t *testing.T, db *sql.DB) []string {
	t.Helper()
	rows, err := db.QueryContext(t.Context(), "SELECT name FROM sqlite_schema WHERE type='trigger'")
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	var names []string
	for rows.Next() {
		var name string
		if err := rows.Scan(&name); err != nil {
			t.Fatal(err)
		}
		names = append(names, name)
	}
	if err := rows.Err(); err != nil || len(names) == 0 {
		t.Fatalf("%d triggers, %v", len(names), err)
	}
	return names
}
