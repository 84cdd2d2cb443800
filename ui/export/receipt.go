package export

import (
	"context"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strings"

	"smartbank/bank"
	"smartbank/bank/calendar"
	"smartbank/ui/component"
	"smartbank/ui/paper"
	"smartbank/ui/text"
)

// ErrNoEntry is returned for a reference that no entry on the customer's accounts
// has.
var ErrNoEntry = errors.New("no entry has that reference")

// Receipt is what the books say of one entry on one of the customer's accounts.
type Receipt struct {
	Posting  bank.Posting
	Account  bank.Account
	Holder   bank.Holder
	Bank     bank.Institution     // of the other side; its code alone if nobody knows its name
	Transfer *bank.TransferResult // the customer's order, nil if it was none

	// Remittance is the order of money that went abroad, nil if it was none.
	Remittance *bank.RemittanceDetail
}

// Asked is which receipt: of the entry with a reference, on the account with a
// number, or with "" on the one of the customer's that it stands on; of two on that
// from which money went. It is the argument of the screen "export.receipt".
type Asked struct {
	Reference string
	Account   bank.AccountNumber
}

// referenceForm is how entries are called: their day, and their number.
var referenceForm = regexp.MustCompile(`^(\d{8})-\d{7,}$`)

// FindReceipt reads a receipt from the books. It returns ErrNoEntry, and the
// refusals of [bank.Bank.History]: entries are kept for longer than they can be asked for.
func FindReceipt(ctx context.Context, b *bank.Bank, c bank.Caller, asked Asked) (Receipt, error) {
	m := referenceForm.FindStringSubmatch(strings.TrimSpace(asked.Reference))
	if m == nil {
		return Receipt{}, ErrNoEntry
	}
	day, err := calendar.ParseDate(m[1])
	if err != nil {
		return Receipt{}, ErrNoEntry
	}
	accounts, err := b.Accounts(ctx, c)
	if err != nil {
		return Receipt{}, err
	}
	var r Receipt
	for _, a := range accounts {
		if asked.Account != "" && a.Number != asked.Account {
			continue
		}
		p, err := posting(ctx, b, c, a.Number, day, m[0])
		if err != nil {
			return Receipt{}, err
		}
		if p != nil && (r.Posting.Reference == "" || p.Amount.Minor() < 0) {
			r.Posting, r.Account = *p, a
		}
	}
	if r.Posting.Reference == "" {
		return Receipt{}, ErrNoEntry
	}
	return r.complete(ctx, b, c, day)
}

// pageSize is how many rows are read at a time.
const pageSize = 1000

// posting is the entry with a reference on an account, nil if there is none.
func posting(ctx context.Context, b *bank.Bank, c bank.Caller, n bank.AccountNumber, day calendar.Date, reference string) (*bank.Posting, error) {
	q := bank.HistoryQuery{Account: n, From: day, To: day, Limit: pageSize}
	for {
		page, err := b.History(ctx, c, q)
		if err != nil {
			return nil, err
		}
		for _, p := range page.Rows {
			if p.Reference == reference {
				return &p, nil
			}
		}
		if q.After = page.Next; page.Next == 0 {
			return nil, nil //nolint:nilnil // none
		}
	}
}

// complete reads the names, and the order if the customer gave one.
func (r Receipt) complete(ctx context.Context, b *bank.Bank, c bank.Caller, day calendar.Date) (whole Receipt, err error) {
	if r.Holder, err = b.Holder(ctx, c); err != nil {
		return r, err
	}
	banks, err := b.Institutions(ctx)
	if err != nil {
		return r, err
	}
	r.Bank = bank.Institution{Code: r.Posting.Bank}
	for _, i := range banks {
		if i.Code == r.Posting.Bank {
			r.Bank = i
		}
	}
	switch {
	case r.Posting.Amount.Minor() > 0:
		return r, nil
	case r.Posting.Kind == "exchange":
		return r.withRemittance(ctx, b, c)
	case r.Posting.Kind != "transfer":
		return r, nil
	}
	// It may have been asked for on the day before.
	q := bank.TransferQuery{From: day.AddDays(-1), To: day, Account: r.Account.Number, Status: bank.Completed}
	orders, err := b.Transfers(ctx, c, q)
	if bank.RefusalCode(err) == bank.CodePeriodTooOld {
		q.From = day
		orders, err = b.Transfers(ctx, c, q)
	}
	for _, o := range orders {
		if o.Reference == r.Posting.Reference {
			r.Transfer = &o
		}
	}
	return r, err
}

// Name is what a file of this receipt is called, with the end for its form.
func (a Asked) Name(extension string) string { return "receipt-" + a.Reference + extension }

// Lines are what the receipt says. A masked one hides parts of numbers and of
// names, and leaves out the balance: it is to be handed on.
func (r Receipt) Lines(c *text.Catalog, masked bool) []paper.Line {
	if r.Remittance != nil {
		return r.remittanceLines(c, masked)
	}
	p, m, w := r.Posting, r.mask(masked), c.Export
	var lines []paper.Line
	add := func(label, value string) { lines = withLine(lines, label, value) }
	own := m.number(r.Account.Number.String())
	other := m.number(bank.GroupAccount(p.Bank, p.Other))
	if p.Bank != "" && (p.Other != "" || p.OtherName != "") {
		other = strings.TrimSpace(component.BankName(c, r.Bank) + " " + other)
	}
	add(w.Reference, p.Reference)
	add(w.At, text.DateTimeSeconds(p.At))
	add(w.Kind, kindWord(c, p.Kind))
	add(w.Holder, m.name(c.Pick(r.Holder.NameEN, r.Holder.NameKO)))
	if p.Amount.Minor() < 0 {
		add(w.From, own)
		add(w.To, other)
		add(w.Recipient, m.name(r.recipient(c)))
		add(w.Amount, component.Won(c, p.Amount.Neg()))
	} else {
		add(w.To, own)
		add(w.From, other)
		add(w.Sender, m.name(p.OtherName))
		add(w.Amount, component.Won(c, p.Amount))
	}
	if r.Transfer != nil {
		add(w.Fee, component.Won(c, r.Transfer.Fee))
	}
	if !masked {
		add(w.BalanceAfter, component.Won(c, p.Balance))
	}
	add(w.Theirs, m.memo(p.OtherMemo))
	add(w.Mine, m.memo(p.Memo))
	return lines
}

// withLine is lines and another one, if it says something.
func withLine(lines []paper.Line, label, value string) []paper.Line {
	if value = strings.TrimSpace(component.Clean(value)); value != "" {
		lines = append(lines, paper.Line{Label: label, Value: value})
	}
	return lines
}

func (r Receipt) mask(masked bool) mask {
	if !masked {
		return mask{}
	}
	m := newMask(maskSign, r.Holder.NameEN, r.Holder.NameKO, r.Posting.OtherName)
	if r.Transfer != nil {
		m.names = append(m.names, r.Transfer.RecipientEN, r.Transfer.Order.Recipient)
	}
	return m
}

// recipient is the name of who was sent money.
func (r Receipt) recipient(c *text.Catalog) string {
	if r.Transfer != nil {
		return c.Pick(r.Transfer.RecipientEN, r.Transfer.Order.Recipient)
	}
	return r.Posting.OtherName
}

// title says what kind of receipt it is.
func (r Receipt) title(c *text.Catalog) string {
	switch {
	case r.Remittance != nil:
		return c.Export.RemittanceReceipt[r.Remittance.Order.Kind]
	case r.Posting.Kind == "transfer":
		return c.Export.TransferReceipt
	}
	return c.Export.Receipt
}

// Code is what the QR code says: the reference, and of a SWIFT remittance the UETR besides, by which banks abroad find it.
func (r Receipt) Code() string {
	if r.Remittance != nil && r.Remittance.Terms.UETR != "" {
		return r.Posting.Reference + " " + string(r.Remittance.Terms.UETR)
	}
	return r.Posting.Reference
}

// Text is the receipt in lines of at most 72 cells or a little more.
func (r Receipt) Text(c *text.Catalog, masked bool) string {
	lines := r.Lines(c, masked)
	column := 0
	for _, l := range lines {
		column = max(column, component.Cells(l.Label))
	}
	var b strings.Builder
	rule := strings.Repeat("-", 60) + "\n"
	b.WriteString(c.Export.Bank + "\n" + r.title(c) + "\n" + rule)
	for _, l := range lines {
		b.WriteString(component.PadRight(l.Label, column) + "  " + l.Value + "\n")
	}
	b.WriteString(rule)
	for _, line := range component.Wrap(c.Export.Foot, 60) {
		b.WriteString(line + "\n")
	}
	return b.String()
}

// PDF is the receipt on one page, with its reference as a QR code.
func (r Receipt) PDF(c *text.Catalog, masked bool, look paper.Look) ([]byte, error) {
	sheet := paper.Receipt{Bank: c.Export.Bank, Title: r.title(c), Lines: r.Lines(c, masked), Code: r.Code(), Foot: c.Export.Foot}
	file, err := sheet.PDF(look)
	if err != nil {
		return nil, fmt.Errorf("receipt: %w", err)
	}
	return file, nil
}

// Write writes the receipt as text, or as PDF.
func (r Receipt) Write(w io.Writer, c *text.Catalog, pdf, masked bool, look paper.Look) error {
	if !pdf {
		_, err := io.WriteString(w, r.Text(c, masked))
		return err
	}
	file, err := r.PDF(c, masked, look)
	if err == nil {
		_, err = w.Write(file)
	}
	return err
}

// kindWord is the word for the kind of an entry; one that has none stays what it
// is.
func kindWord(c *text.Catalog, kind string) string {
	if word, known := c.Search.Kinds[kind]; known {
		return word
	}
	return component.Clean(kind)
}
