package bank

import (
	"context"
	"fmt"
	"strings"
	"time"

	"smartbank/bank/calendar"
	"smartbank/bank/money"
)

// document is what a customer reads before signing an order, and signs. It says
// all of the order, and nothing that is a secret.
type document struct {
	order     TransferOrder
	requested time.Time
	fee       money.Amount

	holder, bank string // names, Korean and English
}

// The labels of lines that say what the books say too, but as it was then: people
// and banks change their names.
const (
	labelHolder = "예금주 / Account holder"
	labelBank   = "입금은행 / To bank"

	labelExpected     = "입력한 예금주 / Name expected"
	labelAcknowledged = "확인한 주의 / Warnings acknowledged"
	labelWhen         = "처리시기 / When"
)

// bytes is the document's text in UTF-8: a title, and a line for each thing that it says.
// The same order has the same text, and no two orders have. It has no line break but at the ends of its lines.
func (d document) bytes() []byte {
	o := d.order
	var b strings.Builder
	b.WriteString("실시간 이체 신청서 / Real time transfer order\n")
	for i, line := range [][2]string{
		{"신청번호 / Order", o.Key},
		{"신청일시 / Requested", d.requested.In(calendar.Seoul).Format(time.RFC3339)},
		{"출금계좌 / From account", o.From.String()},
		{labelHolder, d.holder},
		{labelBank, d.bank},
		{"입금계좌 / To account", o.To},
		{"받는 분 / Recipient", o.Recipient},
		{"이체금액 / Amount", o.Amount.Grouped() + " " + string(o.Amount.Currency())},
		{"수수료 / Fee", d.fee.Grouped() + " " + string(d.fee.Currency())},
		{"내 통장 표시 / On my passbook", o.OwnMemo},
		{"받는 분 통장 표시 / On the recipient's", o.RecipientMemo},
		{labelExpected, o.Expected},
		{labelAcknowledged, string(o.Acknowledged)},
		{labelWhen, o.When.document()},
	} {
		if i >= alwaysSaid && line[1] == "" {
			continue
		}
		b.WriteString(line[0] + ": " + printable(line[1]) + "\n")
	}
	return []byte(b.String())
}

// alwaysSaid is how many lines every document has; those that follow are there only
// if they say something.
const alwaysSaid = 11

// bothNames is a name in Korean and English.
func bothNames(ko, en string) string { return ko + " (" + en + ")" }

// document is what the customer signs of a kept order.
func (t *tx) document(ctx context.Context, who CustomerID, kept keptOrder) ([]byte, error) {
	var n orderNames
	err := t.QueryRowContext(ctx, query("document_names"), who, kept.order.Bank).Scan(&n.holderEN, &n.holderKO, &n.bankEN, &n.bankKO)
	if err != nil {
		return nil, fmt.Errorf("write the document: %w", err)
	}
	return n.document(kept.order, kept.at), nil
}

// orderNames are the names in an order's document that are not in the order.
type orderNames struct{ holderEN, holderKO, bankEN, bankKO string }

// document is what the customer signs of an order that was prepared at a time.
func (n orderNames) document(o TransferOrder, at time.Time) []byte {
	d := document{
		order: o, requested: at, fee: transferFee(),
		holder: bothNames(n.holderKO, n.holderEN), bank: string(o.Bank) + " " + bothNames(n.bankKO, n.bankEN),
	}
	return d.bytes()
}

// says reports whether text is the document of d, in which the names may have been
// others then.
func (d document) says(text string) bool {
	d.holder, d.bank = lineOf(text, labelHolder), lineOf(text, labelBank)
	return strings.HasPrefix(d.bank, string(d.order.Bank)+" ") && string(d.bytes()) == text
}

// lineOf is what a document says under a label.
func lineOf(text, label string) string {
	for line := range strings.Lines(text) {
		if said, ok := strings.CutPrefix(line, label+": "); ok {
			return strings.TrimSuffix(said, "\n")
		}
	}
	return ""
}
