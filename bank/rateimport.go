package bank

import (
	"bytes"
	"context"
	"fmt"
	"slices"

	"smartbank/bank/calendar"
	"smartbank/bank/fx"
	"smartbank/bank/money"
)

// The formats of files of rates.
const (
	formatECB      = "ecb"
	formatEximbank = "eximbank"
)

// RateImport is what a file of rates brought.
type RateImport struct {
	Format      string // "ecb" or "eximbank"
	Currencies  int
	Days        int // of the file
	First, Last calendar.Date
}

// ImportRates keeps a file of rates, which takes precedence over what the bank had
// from then on: eurofxref-hist.csv of the European Central Bank, or an answer of the Export-Import Bank of Korea, which
// says nothing of its day: it is that of day. What is wrong with a file is an error of package fx: *fx.FileError, *fx.ResultError,
// fx.ErrClosed.
func (b *Bank) ImportRates(ctx context.Context, file []byte, day calendar.Date) (RateImport, error) {
	found, err := readRateFile(file, day)
	if err != nil {
		return RateImport{}, fmt.Errorf("import rates: %w", err)
	}
	b.imported.Store(true)
	err = b.answer(ctx, "import rates", func(ctx context.Context, t *tx) error {
		_, err := t.ExecContext(ctx, query("rate_file_keep"), found.Format, found.Last.Key(), t.now.UnixMicro(), file)
		return err
	})
	if err != nil {
		return RateImport{}, err
	}
	return found, nil
}

// readRateFile tells the formats apart, and reads the whole file: nothing is kept
// that cannot be read again.
func readRateFile(file []byte, day calendar.Date) (RateImport, error) {
	if start := bytes.TrimLeft(file, " \t\r\n"); len(start) > 0 && start[0] == '[' {
		all, err := fx.ReadEximbank(file)
		return RateImport{Format: formatEximbank, Currencies: len(all), Days: 1, First: day, Last: day}, err
	}
	e, err := fx.ReadECB(file)
	if err != nil {
		return RateImport{}, err
	}
	e.Days = wonDays(e.Days)
	if len(e.Days) == 0 {
		return RateImport{}, fx.ErrClosed
	}
	return RateImport{
		Format: formatECB, Currencies: len(e.Currencies), Days: len(e.Days),
		First: e.Days[len(e.Days)-1].Date, Last: e.Days[0].Date,
	}, nil
}

// wonDays are the days that have won: prices in won are cross rates over it.
func wonDays(all []fx.Day) []fx.Day {
	return slices.DeleteFunc(all, func(d fx.Day) bool { return d.Units[money.KRW] == 0 })
}
