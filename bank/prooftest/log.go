package prooftest

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"sync"

	"smartbank/bank"
	"smartbank/bank/money"
)

// Line is a line of the log: what was asked, written before it was sent, or the receipt that came back, written before
// anything else is done. Whoever kills the process knows from its lines which orders were acknowledged.
type Line struct {
	Asked   *Request // with an amount in won
	Key     string   // of the order that was answered
	Receipt string   // as Text writes it
	Fault   string   // what should not have happened
}

// Text is a receipt as the log has it: two receipts with one text are the same.
func Text(r bank.Receipt) string { return fmt.Sprintf("%+v", r) }

// flat is a Line as JSON has it.
type flat struct {
	Customer int      `json:"customer,omitempty"`
	Order    []string `json:"order,omitempty"`
	Amount   int64    `json:"amount,omitempty"`
	Digits   string   `json:"digits,omitempty"`
	Signed   []byte   `json:"signed,omitempty"`
	Key      string   `json:"key,omitempty"`
	Receipt  string   `json:"receipt,omitempty"`
	Fault    string   `json:"fault,omitempty"`
}

// Log writes lines, each with one call of Write. It may be used by several goroutines.
type Log struct {
	mu sync.Mutex
	w  io.Writer
}

// NewLog returns a log that is written to w.
func NewLog(w io.Writer) *Log { return &Log{w: w} }

// Write writes a line.
func (l *Log) Write(line Line) error {
	f := flat{Key: line.Key, Receipt: line.Receipt, Fault: line.Fault}
	if r := line.Asked; r != nil {
		o := r.Order
		f.Customer, f.Digits, f.Signed, f.Amount = r.Customer, r.Digits, r.Signature, o.Amount.Minor()
		f.Order = []string{o.Key, string(o.From), string(o.Bank), o.To, o.Recipient, o.OwnMemo, o.RecipientMemo}
	}
	text, err := json.Marshal(f)
	if err != nil {
		return err
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	_, err = l.w.Write(append(text, '\n'))
	return err
}

// ParseLine reads a line without its end. One that was cut off is an error.
func ParseLine(text []byte) (Line, error) {
	var f flat
	if err := json.Unmarshal(text, &f); err != nil {
		return Line{}, fmt.Errorf("read log: %w", err)
	}
	line := Line{Key: f.Key, Receipt: f.Receipt, Fault: f.Fault}
	switch o := f.Order; {
	case o == nil:
	case len(o) != 7:
		return Line{}, errors.New("read log: no order")
	default:
		line.Asked = &Request{Customer: f.Customer, Digits: f.Digits, Signature: f.Signed, Order: bank.TransferOrder{
			Key: o[0], From: bank.AccountNumber(o[1]), Bank: bank.BankCode(o[2]), To: o[3], Recipient: o[4],
			Amount: money.New(f.Amount, money.KRW), OwnMemo: o[5], RecipientMemo: o[6], Acknowledged: acknowledged,
		}}
	}
	return line, nil
}
