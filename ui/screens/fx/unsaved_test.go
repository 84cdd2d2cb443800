package fx_test

import "testing"

// TestARequestIsNotLostWithoutAQuestion begins to amend a remittance, and leaves by either key: the page of the remittance, or all of them.
func TestARequestIsNotLostWithoutAQuestion(t *testing.T) {
	t.Parallel()
	x := lee(t, usual)
	x.send()
	x.Press("f10") // nothing is lost with a receipt
	x.Type("33\n")
	x.Type("m")
	x.Press("esc") // nothing was typed
	x.Type("mJane B Doe")
	x.sees("Jane B Doe")
	for _, key := range []string{"esc", "f10"} {
		x.Press(key)
		x.sees("Leave this form?", "What you typed is lost.")
		x.Press("enter")
		x.sees("Jane B Doe")
	}
	x.Press("esc", "right", "enter")
	x.sees("m ask to amend")
	x.Press("f10")
	x.sees("All Menus")
}

// TestARemittanceIsUnsavedUntilItIsSent asks on each page of the order, and not of one that is repeated as it was.
func TestARemittanceIsUnsavedUntilItIsSent(t *testing.T) {
	t.Parallel()
	x := lee(t, usual)
	x.review()
	x.Press("f10")
	x.sees("Leave this form?", "What you typed is lost. Nothing was sent.")
	x.Press("enter")
	x.toFactor()
	x.Press("f10")
	x.sees("Leave this form?")
	x.Press("esc")
	x.Type(x.otp() + "\n")
	x.toPassword()
	x.Press("f10")
	x.sees("Leave this form?")
	x.Press("esc")
	x.Type("maple-7-River\n")
	x.Press("f10", "right", "enter")
	x.sees("All Menus")
	x.send()
	x.Type("n") // the same again
	x.Press("esc")
	x.sees("All Menus")
}
