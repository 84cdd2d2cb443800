package bank

import "smartbank/bank/iso"

// The codes of an order in the words of its document.
var (
	categoryWords = map[RemittanceCategory]string{
		CategoryResident: "거주자 무증빙 송금 / resident, without documents", CategoryAbroad: "해외 체재비 / living expenses abroad",
		CategoryStudent: "유학생 경비 / student abroad", CategoryForeigner: "외국인 국내소득 / foreigner's income in Korea",
	}
	purposeWords = map[RemittancePurpose]string{
		PurposeFamily: "가족 생활비 / family support", PurposeGift: "증여 / gift", PurposeTuition: "학비 / tuition", PurposeSavings: "예금 / savings",
		PurposeMedical: "치료비 / medical treatment", PurposeTrade: "소액 수입·용역대금 / small imports and services", PurposeSalary: "급여 / salary",
		PurposeRent: "임차료 / rent", PurposeCharity: "기부금 / charity", PurposeOther: "기타 / other",
	}
	kindWords = map[GiroKind]string{
		ToAddress: "받는 분 주소로 현금 지급 / in cash, to the recipient's address", ToAccount: "계좌로 입금 / to an account",
	}
	chargeWords = map[iso.Bearer]string{
		iso.SHA: "각자 부담 / each side its own", iso.OUR: "보내는 분 모두 부담 / all by the sender", iso.BEN: "받는 분 모두 부담 / all by the recipient",
	}
)

// inWords is a code of an order with its meaning.
func (r remittanceBody) inWords(code, words string) string {
	if r.form == 0 || words == "" {
		return code
	}
	return code + " (" + words + ")"
}
