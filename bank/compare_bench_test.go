package bank_test

import (
	"context"
	"database/sql"
	"slices"
	"strings"
	"testing"
	"time"

	"smartbank/bank"
	"smartbank/bank/banktest"
)

// side is one of the two that a benchmark compares.
type side struct {
	name string
	do   func(i int) error
}

// compare does bare and then ours, again and again, so that both have the same
// disk and the same neighbours, and reports the medians and how many times bare ours takes. It returns ours.
func compare(b *testing.B, bare, ours side) time.Duration {
	b.Helper()
	took := alternate(b, bare, ours)
	b.ReportMetric(float64(took[1])/float64(took[0]), ours.name+"/"+bare.name)
	return took[1]
}

// alternate does all sides, again and again, and reports and returns the medians.
func alternate(b *testing.B, sides ...side) []time.Duration {
	b.Helper()
	took := make([][]time.Duration, len(sides))
	b.ResetTimer()
	for i := range b.N {
		for k, s := range sides {
			began := time.Now()
			if err := s.do(i); err != nil {
				b.Fatalf("%s: %v", s.name, err)
			}
			took[k] = append(took[k], time.Since(began))
		}
	}
	b.StopTimer()
	b.ReportMetric(0, "ns/op") // of all together: says nothing
	medians := make([]time.Duration, len(sides))
	for k, s := range sides {
		medians[k] = median(took[k])
		b.ReportMetric(float64(medians[k]), s.name+"-ns")
	}
	return medians
}

func median(d []time.Duration) time.Duration {
	slices.Sort(d)
	return d[len(d)/2]
}

// bareBank is the file of a bank with the driver alone: one connection, prepared
// statements, nothing checked in Go.
type bareBank struct {
	db         *sql.DB
	statements map[string]*sql.Stmt
}

// openDriver opens a database with one connection.
func openDriver(dsn string) (*sql.DB, error) {
	db, err := sql.Open("sqlite", dsn)
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(1)
	return db, nil
}

// openBare opens a database and compiles statements by their names, and BEGIN,
// COMMIT and the like by their texts.
func openBare(b *testing.B, dsn string, statements ...string) *bareBank {
	b.Helper()
	db, err := openDriver(dsn)
	if err != nil {
		b.Fatal(err)
	}
	bare := &bareBank{db: db, statements: map[string]*sql.Stmt{}}
	b.Cleanup(func() { db.Close() })
	for _, name := range statements {
		text := name
		if strings.ToUpper(name) != name {
			text = bank.Query(name)
		}
		statement, err := db.PrepareContext(b.Context(), text) //nolint:sqlclosecheck // the database closes it
		if err != nil {
			b.Fatal(err)
		}
		bare.statements[name] = statement
	}
	return bare
}

// exec runs a statement.
func (d *bareBank) exec(ctx context.Context, name string, args ...any) error {
	_, err := d.statements[name].ExecContext(ctx, args...)
	return err
}

// rows reads all rows of a statement, as bytes.
func (d *bareBank) rows(ctx context.Context, name string, args ...any) (n int, err error) {
	return readAll(d.statements[name].QueryContext(ctx, args...))
}

func readAll(rows *sql.Rows, err error) (n int, _ error) {
	if err != nil {
		return 0, err
	}
	defer rows.Close()
	columns, err := rows.Columns()
	if err != nil {
		return 0, err
	}
	values := make([]any, len(columns))
	for i := range values {
		values[i] = new(sql.RawBytes)
	}
	for ; rows.Next(); n++ {
		if err := rows.Scan(values...); err != nil {
			return n, err
		}
	}
	return n, rows.Err()
}

// richOpening is the opening of a test whose customers may send all they like, and
// can.
func richOpening() *bank.Opening {
	o := banktest.Opening()
	for i := range o.Customers {
		o.Customers[i].LimitEach, o.Customers[i].LimitDay = won(1<<50), won(1<<50)
	}
	o.Entries = append(o.Entries, bank.NewEntry{
		Kind: "cash", At: o.At, Debit: bank.OwnCash, Credit: string(banktest.KimMain), Amount: won(1 << 40),
	})
	return o
}
