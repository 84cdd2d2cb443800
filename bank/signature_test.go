package bank_test

import (
	"bytes"
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"smartbank/bank"
	"smartbank/bank/banktest"
)

func TestOnlyTheCustomersSignatureOverTheOrderCounts(t *testing.T) {
	t.Parallel()
	d := open(t, banktest.Kim)
	review, other := d.prepare(t, toPark(1_000)), d.prepare(t, toPark(2_000))
	broken := banktest.Sign(banktest.Kim, review.Document)
	broken[len(broken)-1] ^= 1
	for _, row := range []struct {
		name      string
		signature []byte
		want      bank.Code
	}{
		{"none", nil, bank.CodeSignatureNeeded},
		{"an empty one", []byte{}, bank.CodeSignatureNeeded},
		{"one that does not hold", broken, bank.CodeSignatureRefused},
		{"no signature at all", []byte("yes, I do"), bank.CodeSignatureRefused},
		{"one too long to look at", make([]byte, 1<<20), bank.CodeSignatureRefused},
		{"one over another order", banktest.Sign(banktest.Kim, other.Document), bank.CodeOtherDocument},
		{"one over half of the order", banktest.Sign(banktest.Kim, review.Document[:100]), bank.CodeOtherDocument},
		{"another customer's", banktest.Sign(banktest.Lee, review.Document), bank.CodeCertificateNotRegistered},
		{"nobody's", banktest.Sign("nobody", review.Document), bank.CodeCertificateNotRegistered},
	} {
		_, err := d.Transfer(t.Context(), d.caller, review.Order, bank.Proof{Digits: d.answer(t, review), Signature: row.signature})
		if got := bank.RefusalCode(err); got != row.want {
			t.Errorf("%s: %v, want %s", row.name, err, row.want)
		}
	}
	if n := d.count(t, "SELECT count(*) FROM refusal") + d.count(t, "SELECT count(*) FROM failure") + d.count(t, "SELECT count(*) FROM act WHERE kind='signature'"); n != 0 {
		t.Errorf("refused signatures left %d rows", n)
	}
	r, err := d.Transfer(t.Context(), d.caller, review.Order, d.proof(review, d.answer(t, review)))
	if err != nil {
		t.Fatal(err)
	}
	if again, err := d.Transfer(t.Context(), d.caller, review.Order, bank.Proof{}); err != nil || again != r {
		t.Errorf("once more without a signature: %+v, %v", again, err)
	}
	n := d.count(t, "SELECT count(*) FROM act WHERE kind='signature' AND subject=$1 AND text=$2 AND body=$3 AND customer_id=1",
		review.Order.Key, string(review.Document), banktest.Sign(banktest.Kim, review.Document))
	if n != 1 {
		t.Errorf("%d acts keep the signature", n)
	}
}

func TestWhatVerifySaysIsTheAnswer(t *testing.T) {
	t.Parallel()
	for _, code := range []bank.Code{
		bank.CodeCertificateExpired, bank.CodeCertificateDiscarded, bank.CodeCertificateSuspended,
		bank.CodeCertificateUntrusted, bank.CodeCertificatePolicy, bank.CodeCertificateStatus,
	} {
		d := openVerifying(t, func([]byte, []byte, time.Time) (bank.Signer, error) {
			return bank.Signer{}, &bank.RefusedError{Code: code}
		})
		review := d.prepare(t, toPark(1_000))
		_, err := d.Transfer(t.Context(), d.caller, review.Order, d.proof(review, d.answer(t, review)))
		refused(t, err, code)
	}
	ill := errors.New("nobody knows")
	d := openVerifying(t, func([]byte, []byte, time.Time) (bank.Signer, error) { return bank.Signer{}, ill })
	review := d.prepare(t, toPark(1_000))
	_, err := d.Transfer(t.Context(), d.caller, review.Order, d.proof(review, d.answer(t, review)))
	if !errors.Is(err, ill) {
		t.Errorf("a fault is %v", err)
	}
}

// openVerifying opens a bank in memory with its own check of signatures.
func openVerifying(t *testing.T, verify bank.VerifySignature) desk {
	t.Helper()
	o := options()
	image, err := bank.NewImage(t.Context(), banktest.Opening(), o)
	if err != nil {
		t.Fatal(err)
	}
	o.Verify = verify
	b, err := bank.OpenImage(t.Context(), image, o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { b.Close() })
	w := &banktest.World{Bank: b, Clock: banktest.NewClock()}
	return desk{w, w.SignIn(t, banktest.Kim).Caller(), banktest.Kim}
}

func TestWhereNobodyCanCheckSignatures(t *testing.T) {
	t.Parallel()
	d := openVerifying(t, nil)
	review := d.prepare(t, toPark(1_000))
	_, err := d.Transfer(t.Context(), d.caller, review.Order, d.proof(review, d.answer(t, review)))
	refused(t, err, bank.CodeSignatureRefused)
	_, err = d.Transfer(t.Context(), d.caller, review.Order, bank.Proof{Digits: d.answer(t, review)})
	refused(t, err, bank.CodeSignatureNeeded)
}

// What is signed is the bank's own text of the order, as it was shown, also when it is read again.
func TestTheDocumentIsThatOfTheReview(t *testing.T) {
	t.Parallel()
	var payload []byte
	d := openVerifying(t, func(p, s []byte, at time.Time) (bank.Signer, error) {
		payload = bytes.Clone(p)
		return banktest.Verify(p, s, at)
	})
	o := toPark(1_000)
	o.OwnMemo, o.RecipientMemo = "a\n받는 분: x", "점심\u202e"
	review := d.prepare(t, o)
	left, err := d.LeftOver(t.Context(), d.caller)
	if err != nil || len(left) != 1 || !bytes.Equal(left[0].Review.Document, review.Document) {
		t.Errorf("left over is %+v, %v", left, err)
	}
	if _, err := d.Transfer(t.Context(), d.caller, review.Order, d.proof(review, d.answer(t, review))); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(payload, review.Document) {
		t.Errorf("checked was\n%s\nshown was\n%s", payload, review.Document)
	}
	if text := string(payload); strings.Count(text, "\n") != 12 || strings.Contains(text, "\u202e") {
		t.Errorf("the document has %d lines:\n%s", strings.Count(text, "\n"), text)
	}
}

func TestEveryPartOfAnOrderChangesItsDocument(t *testing.T) {
	t.Parallel()
	o := toPark(1_000)
	o.Key, o.OwnMemo, o.RecipientMemo = "k", "a", "b"
	seen := map[string]string{}
	for name, change := range map[string]func(o *bank.TransferOrder){
		"nothing": func(*bank.TransferOrder) {}, "key": func(o *bank.TransferOrder) { o.Key = "l" },
		"account": func(o *bank.TransferOrder) { o.From = banktest.KimSpare }, "number": func(o *bank.TransferOrder) { o.To = "12345678901235" },
		"recipient": func(o *bank.TransferOrder) { o.Recipient = "박지후" }, "amount": func(o *bank.TransferOrder) { o.Amount = won(1_001) },
		"own memo": func(o *bank.TransferOrder) { o.OwnMemo = "b" }, "memo": func(o *bank.TransferOrder) { o.RecipientMemo = "a" },
	} {
		changed := o
		change(&changed)
		text := bank.DocumentOf(changed, banktest.Start)
		if other, ok := seen[text]; ok {
			t.Errorf("another %s is the same document as another %s", name, other)
		}
		seen[text] = name
	}
	if text := bank.DocumentOf(o, banktest.Start.Add(time.Second)); seen[text] != "" {
		t.Error("another time is the same document")
	}
}

func TestVerifyChecksEverySignatureAgain(t *testing.T) {
	t.Parallel()
	w := banktest.OpenFile(t)
	d := desk{w, w.SignIn(t, banktest.Kim).Caller(), banktest.Kim}
	first, second := d.send(t, toPark(1_000)), d.send(t, toLee(2_000))
	if err := d.EndCertificate(t.Context(), d.caller, banktest.Certificate(banktest.Kim), bank.CertificateDiscarded); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	fails := func(key string, err error) bank.VerifySignature {
		return func(p, s []byte, at time.Time) (bank.Signer, error) {
			if bytes.Contains(p, []byte(key)) {
				return bank.Signer{}, err
			}
			return banktest.Verify(p, s, at)
		}
	}
	revoked := &bank.RefusedError{Code: bank.CodeCertificateDiscarded}
	for _, row := range []struct {
		what  string
		check bank.VerifySignature
		want  string
	}{
		{"signatures that hold", banktest.Verify, ""},
		{"nobody who knows certificates", nil, ""},
		{"a first one that does not", fails(first.Order.Key, revoked), "act 3: the signature of the order " + first.Order.Key + " does not hold (SIGN-05)"},
		{"a second one that does not", fails(second.Order.Key, revoked), "act 4: the signature of the order " + second.Order.Key + " does not hold (SIGN-05)"},
		{
			"somebody else's", func([]byte, []byte, time.Time) (bank.Signer, error) { return banktest.Certificate(banktest.Lee), nil },
			"act 3: the order " + first.Order.Key + " is signed with a certificate that was not registered to the customer",
		},
	} {
		report, err := bank.Verify(t.Context(), w.Path, row.check)
		if err != nil || report.Difference != row.want {
			t.Errorf("%s: %q, %v; want %q", row.what, report.Difference, err, row.want)
		}
	}
	ill := errors.New("nobody knows")
	if _, err := bank.Verify(t.Context(), w.Path, fails(first.Order.Key, ill)); !errors.Is(err, ill) {
		t.Errorf("a fault is %v", err)
	}
}

func TestCertificatesAreRegisteredToOneCustomer(t *testing.T) {
	t.Parallel()
	d := open(t, banktest.Kim)
	lee := d.SignIn(t, banktest.Lee).Caller()
	mine, fresh := banktest.Certificate(banktest.Kim), banktest.Certificate("fresh")
	forged := fresh
	forged.SHA256 = mine.SHA256
	register := func(c bank.Caller, s bank.Signer) error { return d.RegisterCertificate(t.Context(), c, s) }
	end := func(c bank.Caller, s bank.Signer, why bank.CertificateEnd) error {
		return d.EndCertificate(t.Context(), c, s, why)
	}
	for _, row := range []struct {
		name string
		err  error
		want bank.Code
	}{
		{"one's own again", register(d.caller, mine), ""},
		{"another customer's", register(lee, mine), bank.CodeCertificateTaken},
		{"a new one", register(d.caller, fresh), ""},
		{"another one of its number", register(d.caller, forged), bank.CodeCertificateTaken},
		{"somebody who only reads", register(bank.Caller{Customer: d.caller.Customer}, fresh), bank.CodeReadOnly},
		{"the end of another customer's", end(lee, fresh, bank.CertificateDiscarded), bank.CodeCertificateNotRegistered},
		{"the end of another one of its number", end(d.caller, forged, bank.CertificateDiscarded), bank.CodeCertificateNotRegistered},
		{"the end for somebody who only reads", end(bank.Caller{Customer: d.caller.Customer}, fresh, bank.CertificateDiscarded), bank.CodeReadOnly},
		{"its end", end(d.caller, fresh, bank.CertificateWithdrawn), ""},
		{"its end again", end(d.caller, fresh, bank.CertificateWithdrawn), bank.CodeCertificateNotRegistered},
		{"the same one, which is free now", register(lee, fresh), ""},
	} {
		if got := bank.RefusalCode(row.err); got != row.want || (row.want == "") != (row.err == nil) {
			t.Errorf("%s: %v, want %q", row.name, row.err, row.want)
		}
	}
	all, err := d.Certificates(t.Context(), d.caller)
	if err != nil || len(all) != 2 || all[0].Signer != mine || all[1].Signer != fresh {
		t.Fatalf("%+v, %v", all, err)
	}
	if first, second := all[0], all[1]; !first.EndedAt.IsZero() || first.End != "" || second.EndedAt.IsZero() || second.End != bank.CertificateWithdrawn {
		t.Errorf("%+v", all)
	}
}

func TestAnEndedCertificateSignsNothing(t *testing.T) {
	t.Parallel()
	d := open(t, banktest.Kim)
	review := d.prepare(t, toPark(1_000))
	if err := d.EndCertificate(t.Context(), d.caller, banktest.Certificate(banktest.Kim), bank.CertificateReplaced); err != nil {
		t.Fatal(err)
	}
	_, err := d.Transfer(t.Context(), d.caller, review.Order, d.proof(review, d.answer(t, review)))
	refused(t, err, bank.CodeCertificateNotRegistered)
}

// A bank of customers without any history is sealed all the same.
func TestCertificatesOfAnOpeningWithoutEntriesAreSealed(t *testing.T) {
	t.Parallel()
	o := banktest.Opening()
	o.Entries = nil
	image, err := bank.NewImage(context.Background(), o, options())
	if err != nil {
		t.Fatal(err)
	}
	b, err := bank.OpenImage(t.Context(), image, options())
	if err != nil {
		t.Fatal(err)
	}
	defer b.Close()
	if report, err := b.Verify(t.Context()); err != nil || report.Difference != "" || report.Head == "" {
		t.Errorf("%+v, %v", report, err)
	}
}
