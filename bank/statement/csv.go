package statement

import (
	"encoding/csv"
	"io"
	"strings"
)

// columns are the first line of a CSV file.
var columns = []string{
	"date", "time", "kind", "memo", "amount", "balance", "currency", "reference", "other_bank", "other_account", "other_name",
}

// byteOrderMark tells Excel that the file is UTF-8.
const byteOrderMark = "\ufeff"

// writeCSV writes lines of RFC 4180, which end with CR LF.
func writeCSV(w io.Writer, h Head, rows Rows, excel bool) error {
	if excel {
		if _, err := io.WriteString(w, byteOrderMark); err != nil {
			return err
		}
	}
	out := csv.NewWriter(w)
	out.UseCRLF = true
	if err := out.Write(columns); err != nil {
		return err
	}
	for row, err := range rows {
		if err != nil {
			return err
		}
		at := seoul(row.At)
		cells := []string{
			at.Format("2006-01-02"), at.Format("15:04:05"), row.Kind, row.Memo, row.Amount.Plain(), row.Balance.Plain(),
			string(h.Account.Currency), row.Reference, row.OtherBank, row.Other, row.OtherName,
		}
		if excel {
			for i := range cells {
				if i != 4 && i != 5 {
					cells[i] = Harmless(cells[i])
				}
			}
		}
		if err := out.Write(cells); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

// Harmless keeps a spreadsheet from taking text that somebody else wrote for a
// formula (CWE-1236).
func Harmless(cell string) string {
	if cell != "" && strings.ContainsRune("=+-@\t\r", rune(cell[0])) {
		return "'" + cell
	}
	return cell
}
