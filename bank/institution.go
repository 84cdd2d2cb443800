package bank

import (
	"slices"

	"smartbank/bank/money"
)

// institutions are the Korean banks and their three-digit codes, as KFTC's
// members use them for transfers, by code. They are those of the bank code tables of Korean payment services (2026).
var institutions = []Institution{
	{"001", "Bank of Korea", "한국은행"},
	{"002", "Korea Development Bank", "KDB산업은행"},
	{"003", "Industrial Bank of Korea", "IBK기업은행"},
	{"004", "KB Kookmin Bank", "KB국민은행"},
	{"007", "Suhyup Bank", "수협은행"},
	{"008", "Export-Import Bank of Korea", "수출입은행"},
	{"011", "NongHyup Bank", "NH농협은행"},
	{"012", "Local NongHyup", "지역농축협"},
	{"020", "Woori Bank", "우리은행"},
	{"023", "Standard Chartered Bank Korea", "SC제일은행"},
	{"027", "Citibank Korea", "한국씨티은행"},
	{"031", "iM Bank", "iM뱅크"},
	{"032", "Busan Bank", "부산은행"},
	{"034", "Kwangju Bank", "광주은행"},
	{"035", "Jeju Bank", "제주은행"},
	{"037", "Jeonbuk Bank", "전북은행"},
	{"039", "Kyongnam Bank", "경남은행"},
	{"045", "MG Community Credit Cooperatives", "새마을금고"},
	{"048", "Credit Unions (Shinhyup)", "신협"},
	{"050", "Savings Banks", "저축은행"},
	{"054", "HSBC", "HSBC은행"},
	{"055", "Deutsche Bank", "도이치은행"},
	{"057", "JPMorgan Chase", "JP모간체이스은행"},
	{"060", "Bank of America", "BOA은행"},
	{"061", "BNP Paribas", "비엔피파리바은행"},
	{"062", "ICBC", "중국공상은행"},
	{"063", "Bank of China", "중국은행"},
	{"064", "National Forestry Cooperative", "산림조합중앙회"},
	{"067", "China Construction Bank", "중국건설은행"},
	{"071", "Korea Post", "우체국"},
	{"081", "Hana Bank", "하나은행"},
	{"088", "Shinhan Bank", "신한은행"},
	{"089", "K bank", "케이뱅크"},
	{"090", "KakaoBank", "카카오뱅크"},
	{"092", "Toss Bank", "토스뱅크"},
}

// products are what accounts of this bank can be. The codes are those that Korea
// Post's 14-digit numbers have in positions 7 and 8; what each stands for is this bank's own choice.
var products = []Product{
	{Code: "01", Kind: Demand, NameEN: "Ordinary deposit", NameKO: "보통예금"},
	{Code: "02", Kind: Demand, NameEN: "Savings deposit", NameKO: "저축예금"},
	{Code: "05", Kind: TimeDeposit, NameEN: "Time deposit", NameKO: "정기예금"},
	{Code: "06", Kind: Savings, NameEN: "Instalment savings", NameKO: "정기적금"},
	{Code: "52", Kind: Foreign, NameEN: "Foreign currency deposit", NameKO: "외화예금"},
}

// currencies are those that accounts can be in, won first.
var currencies = []money.Currency{money.KRW, money.USD, money.JPY, money.EUR}

// allCurrencies are those of accounts, and those that remittances are sent in.
func allCurrencies() []money.Currency {
	all := slices.Clone(currencies)
	for _, c := range RemittanceCurrencies() {
		if !slices.Contains(all, c) {
			all = append(all, c)
		}
	}
	return all
}

// ownAccounts are the bank's accounts in one currency.
var ownAccounts = []string{OwnCash, OwnClearing, OwnInterest, OwnFees, OwnExchange}

// ownNumber is the number of the bank's account in a currency: "cash" in won,
// "cash-USD".
func ownNumber(name string, c money.Currency) string {
	if c == money.KRW {
		return name
	}
	return name + "-" + string(c)
}

// transitions are the legal steps in the life of an order.
var transitions = [][2]string{
	{"", "submitted"},
	{"submitted", "pending"},
	{"submitted", "completed"},
	{"submitted", "rejected"},
	{"pending", "completed"},
	{"pending", "rejected"},
	{"pending", "cancelled"},
	{"completed", "reversed"},

	// SWIFT remittances
	{"", "received"},
	{"received", "under-review"},
	{"under-review", "sent"},
	{"sent", "credited"},
	{"sent", "returned"},

	// Eurogiro remittances
	{"", "accepted"},
	{"accepted", "sent"},
	{"sent", "ready"},
	{"ready", "paid"},
	{"ready", "expired"},

	// requests, which are answered by going on as before, or by the end
	{"received", "amendment-requested"},
	{"under-review", "amendment-requested"},
	{"sent", "amendment-requested"},
	{"amendment-requested", "received"},
	{"amendment-requested", "under-review"},
	{"amendment-requested", "sent"},
	{"received", "cancellation-requested"},
	{"under-review", "cancellation-requested"},
	{"sent", "cancellation-requested"},
	{"accepted", "cancellation-requested"},
	{"ready", "cancellation-requested"},
	{"cancellation-requested", "cancelled"},
	{"cancellation-requested", "received"},
	{"cancellation-requested", "under-review"},
	{"cancellation-requested", "sent"},
	{"cancellation-requested", "accepted"},
	{"cancellation-requested", "ready"},
}
