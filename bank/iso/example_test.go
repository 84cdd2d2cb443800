package iso_test

import (
	"errors"
	"fmt"

	"smartbank/bank/iso"
)

func ExampleParseIBAN() {
	iban, err := iso.ParseIBAN("IBAN nl91 abna 0417 1643 00")
	fmt.Println(iban, iban.Format(), iban.Country(), err)

	_, err = iso.ParseIBAN("NL91ABNA0417164301")
	if bad, ok := errors.AsType[*iso.InvalidError](err); ok {
		fmt.Println(bad.Problem, bad.At, bad.Got)
	}
	// Output:
	// NL91ABNA0417164300 NL91 ABNA 0417 1643 00 NL <nil>
	// checksum 3 91
}

func ExampleTransliterate() {
	name := iso.Transliterate("홍길동 & Müller")
	fmt.Println(name.Text)
	for _, c := range name.Changes {
		fmt.Println(c.At, c.From, "→", c.To)
	}
	// Output:
	// Honggildong + Muller
	// 1 홍길동 → Honggildong
	// 5 & → +
	// 8 ü → u
}

func ExampleCreditTransfer_Problems() {
	transfer := tuition()
	transfer.Creditor.Name, transfer.Intermediary = "홍길동", iso.Agent{BIC: "BOFAUS3N"}
	transfer.CreditorAgent = iso.Agent{}
	for _, bad := range transfer.Problems() {
		fmt.Println(bad.Field, bad.Code(), bad.Got)
	}
	// Output:
	// 59:name character 홍
	// 57 C81
}
