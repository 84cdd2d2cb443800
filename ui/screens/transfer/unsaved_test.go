package transfer_test

import (
	"testing"

	"smartbank/bank"
	"smartbank/bank/demo"
	"smartbank/bank/money"
	"smartbank/ui/screen"
	"smartbank/ui/screens/transfer"
)

// TestWhatIsUnsaved tells the frame what would be lost on each page, which asks before it is.
func TestWhatIsUnsaved(t *testing.T) {
	t.Parallel()
	repeated := bank.TransferOrder{Bank: haneul.Bank, To: haneul.Number, Recipient: haneul.NameKO, Amount: money.New(70_000, money.KRW)}
	for _, row := range []struct {
		name    string
		want    any
		to      func(*world)
		unsaved bool
	}{
		{"nothing was typed", nil, func(*world) {}, false},
		{"the account password alone", nil, func(x *world) { x.password(demo.PIN) }, false},
		{"what is repeated", repeated, func(*world) {}, false},
		{"what is repeated, with another amount", repeated, func(x *world) { x.Press("enter", "tab"); x.Type("1") }, true},
		{"a recipient", nil, func(x *world) { x.password(demo.PIN); x.payee(haneul) }, true},
		{"an amount that is too large", nil, func(x *world) { x.password(demo.PIN); x.Press("enter", "enter"); x.Type("99999999999999999999") }, true},
		{"the recipients over an empty form", nil, func(x *world) { x.Press("f7") }, false},
		{"a new recipient over an empty form", nil, func(x *world) { x.Press("f7"); x.Type("n\n110") }, true},
		{"a new recipient's nickname", nil, func(x *world) { x.Press("f7"); x.Type("n088\n" + haneul.Number + "\n"); x.sees("Nickname") }, true},
		{"the nickname of one that is kept", nil, func(x *world) { x.Press("f7"); x.Type("mHa"); x.sees("Nickname") }, false},
		{"the review", nil, func(x *world) { x.review(haneul, "50000") }, true},
		{"the second factor", nil, func(x *world) { x.confirm(haneul, "50000") }, true},
		{"the signature", nil, func(x *world) { x.confirm(haneul, "50000"); x.prove() }, true},
		{"while it is being signed", nil, func(x *world) { x.confirm(haneul, "50000"); x.prove(); x.Hold(); x.Press("enter"); x.sees("Working") }, true},
		{"the receipt", nil, func(x *world) { x.pay(haneul, "50000"); x.sees("The money was sent") }, false},
		{"an order of which nobody knows", nil, func(x *world) {
			x.confirm(haneul, "50000")
			x.prove()
			x.host.lose, x.host.before = dropped, 1
			x.Press("enter")
		}, false},
	} {
		x := begun(t, transfer.Realtime, row.want)
		row.to(x)
		holder, ok := x.host.screen.(screen.Holder)
		if !ok || holder.Unsaved() != nil != row.unsaved {
			t.Errorf("%s: unsaved is %v, want %v\n%s", row.name, !row.unsaved, row.unsaved, x.Frame().Text())
		}
	}
}
