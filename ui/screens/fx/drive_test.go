package fx_test

import (
	"time"

	"smartbank/bank/demo"
	"smartbank/ui/uitest"
)

// consent opens SWIFT remittance and agrees.
func (x *world) consent() {
	x.Type("32")
	x.Press("enter", "enter", "right", "enter")
}

// parties fills in sender and recipient, in London.
func (x *world) parties() {
	x.fields("1 Sejong-daero", "Seoul", "+82-1012345678")
	x.Type("GB")
	x.Press("enter")
	x.fields("Jane Doe", "10 Downing Street", "London", "GB33BUKB20201555555555", "")
}

// toBank gives the recipient's bank by its BIC.
func (x *world) toBank() {
	x.Press("enter")
	x.fields("BUKBGB22", "")
}

// amountOf fills in the last page as far as the amount: what it costs stands under it.
func (x *world) amountOf(amount string) {
	x.Press("enter", "enter", "enter")
	x.Type(amount)
}

// review fills in the whole form and waits for the review.
func (x *world) review() {
	x.tb.Helper()
	x.consent()
	x.parties()
	x.toBank()
	x.amountOf("1000")
	x.Press("enter", "enter")
	x.fields("Happy birthday", demo.PIN)
	x.Advance(patience)
}

// confirm goes from the form to the second factor, which is still to be typed.
func (x *world) confirm() {
	x.tb.Helper()
	x.review()
	x.toFactor()
}

// toFactor reads the review to its end.
func (x *world) toFactor() {
	x.tb.Helper()
	for range 10 {
		if x.Frame().Cursor.Visible {
			return
		}
		x.Press("enter")
	}
	x.tb.Fatalf("no field for the second factor:\n%s", x.Frame().Text())
}

// toPassword reads what is signed to its end.
func (x *world) toPassword() {
	x.tb.Helper()
	for range 10 {
		if x.Frame().Cursor.Visible {
			return
		}
		x.Press("enter")
	}
	x.tb.Fatalf("no field for the certificate's password:\n%s", x.Frame().Text())
}

// sign types the second factor and reads what is signed to its end.
func (x *world) sign() {
	x.tb.Helper()
	x.confirm()
	x.Type(x.otp() + "\n")
	x.toPassword()
}

// send goes through the whole of a remittance.
func (x *world) send() {
	x.tb.Helper()
	x.sign()
	x.Type(uitest.Seal + "\n")
	x.Advance(2 * time.Second) // its receipt was read
}

// osaka fills in sender and recipient of a money order.
func (x *world) osaka() {
	x.fields("Yamada Hanako", "1-2-3 Umeda", "Osaka", "530-0001", "+81-612345678", "1 Sejong-daero", "Seoul", "")
}
