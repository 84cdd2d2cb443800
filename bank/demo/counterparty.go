package demo

import "smartbank/bank"

// The names of the customers.
const (
	hongName, hongNameEN = "홍길동", "Hong Gildong"
	leeName, leeNameEN   = "이바다", "Lee Bada"
)

// The states of an account at another bank.
const (
	silent       = "silent" // its bank does not answer
	closedStatus = "closed"
)

// party is somebody that money goes to.
type party struct {
	bank   bank.BankCode
	number string
	name   string // Korean
	nameEN string
}

// The people and firms that the customers send money to.
var (
	friendHaneul = party{"088", "110234567890", "김하늘", "Kim Haneul"}
	friendSora   = party{"004", "12345601234567", "박소라", "Park Sora"}
	friendYuna   = party{"090", "3333012345678", "최유나", "Choi Yuna"}
	friendMinjae = party{"092", "100012345678", "강민재", "Kang Minjae"}
	friendJiho   = party{"089", "100123456789", "윤지호", "Yoon Jiho"}
	friendDahye  = party{"003", "041234567801", "임다혜", "Lim Dahye"}
	mother       = party{"011", "3010123456781", "정미숙", "Jung Misuk"}
	landlord     = party{"020", "1002345678901", "정우빈", "Jung Woobin"}
	studioOwner  = party{"081", "12391012345607", "서영건물", "Seoyeong Building"}
	paperMaker   = party{"032", "1120123456703", "모아종이", "Moa Paper"}
	printer      = party{"020", "1005801234567", "한결인쇄", "Hangyeol Printing"}
	packer       = party{"003", "05212345604018", "바른포장", "Bareun Packaging"}

	hongElsewhere = party{"088", "110987654321", hongName, hongNameEN}
	leeElsewhere  = party{"090", "3333098765432", leeName, leeNameEN}
	toEveryday    = party{bank.KoreaPost, string(Everyday), hongName, hongNameEN}
	toBills       = party{bank.KoreaPost, hongBills, hongName, hongNameEN}
	toMain        = party{bank.KoreaPost, string(Main), leeName, leeNameEN}
	toTaxes       = party{bank.KoreaPost, leeTaxes, leeName, leeNameEN}
)

// The accounts at other banks that cannot be paid.
var (
	closedParty = party{"020", "1002987654321", "조은비", "Cho Eunbi"}
	silentParty = party{"039", "2070123459329", "문가람", "Moon Garam"}
)

// counterparties are all accounts at other banks that a name check finds.
func counterparties() []bank.Counterparty {
	return []bank.Counterparty{
		listed(friendHaneul, ""),
		listed(friendSora, ""),
		listed(friendYuna, ""),
		listed(friendMinjae, ""),
		listed(friendJiho, ""),
		listed(friendDahye, ""),
		listed(mother, ""),
		listed(landlord, ""),
		listed(studioOwner, ""),
		listed(paperMaker, ""),
		listed(printer, ""),
		listed(packer, ""),
		listed(hongElsewhere, ""),
		listed(leeElsewhere, ""),
		listed(closedParty, closedStatus),
		listed(silentParty, silent),
		listed(party{"045", "9002123456789", "오태양", "Oh Taeyang"}, ""),
		listed(party{"048", "131012345678", "신보미", "Shin Bomi"}, ""),
		listed(party{"081", "12391098765404", "한서준", "Han Seojun"}, ""),
		listed(party{"003", "06598765404015", "나루정밀", "Naru Precision"}, ""),
		listed(party{"023", "36012345678", "한국무역", "Hankuk Trading"}, ""),
	}
}

// listed is a party as the receiving bank knows it.
func listed(p party, status string) bank.Counterparty {
	return bank.Counterparty{Bank: p.bank, Number: p.number, NameEN: p.nameEN, NameKO: p.name, Status: status}
}

// Suggestion is a recipient worth trying in a demonstration.
type Suggestion struct {
	Bank           bank.BankCode
	Number         string // digits
	NameEN, NameKO string
	Refusal        bank.Code // what the name check answers; "" when money can be sent
}

// Suggestions are recipients for the customer with this user ID: two that can be
// paid, one whose account is closed, one whose bank does not answer, and the
// other demonstration customer. Anybody else is given both customers.
func Suggestions(login string) []Suggestion {
	list := []Suggestion{
		suggest(friendHaneul, ""),
		suggest(friendSora, ""),
		suggest(closedParty, bank.CodeRecipientClosed),
		suggest(silentParty, bank.CodeBankNotAnswering),
	}
	if login != LeeLogin {
		list = append(list, suggest(toMain, ""))
	}
	if login != HongLogin {
		list = append(list, suggest(toEveryday, ""))
	}
	return list
}

// suggest is a party and what becomes of money sent to it.
func suggest(p party, refusal bank.Code) Suggestion {
	return Suggestion{Bank: p.bank, Number: p.number, NameEN: p.nameEN, NameKO: p.name, Refusal: refusal}
}
