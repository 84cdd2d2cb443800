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

// giroCountry opens Eurogiro remittance and agrees to a money order to a country.
func (x *world) giroCountry(code string) {
	x.Type("03" + code)
	x.Press("enter", "enter", "enter", "right", "enter")
}

// osaka fills in sender and recipient of a money order.
func (x *world) osaka() {
	x.fields("Yamada Hanako", "1-2-3 Umeda", "Osaka", "530-0001", "+81-612345678", "1 Sejong-daero", "Seoul", "")
}

// giroReview fills in a money order and waits for the review.
func (x *world) giroReview() {
	x.giroCountry("JP")
	x.osaka()
	x.Press("enter", "enter")
	x.fields("100000", "", demo.PIN)
	x.Advance(patience)
}

// giroSend goes through the whole of a money order.
func (x *world) giroSend() {
	x.tb.Helper()
	x.giroReview()
	for range 10 {
		if x.Frame().Cursor.Visible {
			break
		}
		x.Press("enter")
	}
	x.Type(x.otp() + "\n")
	x.toPassword()
	x.Type(uitest.Seal + "\n")
	x.Advance(2 * time.Second)
}

// found sends a remittance, and opens it in the search when it is on its way.
func (x *world) found() {
	x.tb.Helper()
	x.send()
	x.Press("f10")
	x.Advance(8 * time.Minute)
	x.Type("33")
	x.Press("enter")
}

// askBack asks to have a remittance back.
func (x *world) askBack() {
	x.tb.Helper()
	x.found()
	x.Type("x")
	x.fields("Sent to the wrong person")
	x.Type(x.otp() + "\n")
}
