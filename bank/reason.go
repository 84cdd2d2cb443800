package bank

import "strings"

// reasonPrefix begins the codes of other banks' bankReasons.
const reasonPrefix = "BANK-"

// ReasonCode is the refusal for a reason of the Korean firm-banking codes, such as
// 344: "BANK-344" is what the receiving bank said when it turned an order down.
func ReasonCode(reason string) Code { return Code(reasonPrefix + reason) }

// Reason is the firm-banking code behind a refusal, such as 344; "" where this
// bank refused by itself.
func (c Code) Reason() string {
	reason, ok := strings.CutPrefix(string(c), reasonPrefix)
	if !ok {
		return ""
	}
	return reason
}

// bankReasons are the codes with which Korean banks turn an order down in the
// interbank network, as a public firm-banking interface lists them: 82 of its response codes.
var bankReasons = strings.Fields(`
	101 106 107 108 109 115 116 118 119 120 121 122 140 144 148 155 171 193 196 197 199 203 247 257 273 292 294 304 320 321 322
	326 329 330 344 345 348 362 374 375 381 424 435 436 442 443 444 454 458 485 492 493 495 502 505 514 519 544 553 555 557 574
	575 580 599 628 662 663 666 669 696 699 710 716 741 753 754 755 758 851 873 1014`)

// Reasons are the refusals of other banks, in the order of their codes.
func Reasons() []Code {
	codes := make([]Code, len(bankReasons))
	for i, reason := range bankReasons {
		codes[i] = ReasonCode(reason)
	}
	return codes
}
