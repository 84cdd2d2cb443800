package app

import (
	"testing"

	"smartbank/ui/text"
)

// TestEveryEntryOpens walks the whole menu by number, in the service's order.
func TestEveryEntryOpens(t *testing.T) {
	t.Parallel()
	for _, row := range []struct{ number, path, korean string }{
		{"01", "F/X › Exchange rate inquiry", "외환 › 환율조회"},
		{"02", "F/X › SWIFT remittance", "외환 › SWIFT 송금"},
		{"03", "Eurogiro remittance", "유로지로 송금"},
		{"11", "Search › Account inquiry", "조회 › 계좌조회"},
		{"12", "Search › Transaction history inquiry", "조회 › 거래내역조회"},
		{"21", "Real time transfer", "실시간이체"},
		{"22", "Transfer › Search transfer result", "이체 › 이체결과조회"},
		{"31", "F/X › Exchange rate inquiry", "외환 › 환율조회"},
		{"32", "F/X › SWIFT remittance", "외환 › SWIFT 송금"},
		{"33", "F/X › Search SWIFT remittance", "외환 › SWIFT 송금조회"},
		{"34", "F/X › Search Eurogiro remittance", "외환 › 유로지로 송금조회"},
		{"41", "Joint certificate › Certificate service information", "공동인증서 › 인증서 서비스 안내"},
		{"42", "Joint certificate › Issue/reissue a certificate", "공동인증서 › 인증서 발급/재발급"},
		{"43", "Joint certificate › Import a certificate", "공동인증서 › 인증서 가져오기"},
		{"44", "Joint certificate › Export a certificate", "공동인증서 › 인증서 내보내기"},
		{"45", "Register another institute's certificate", "공동인증서 › 타기관 인증서 등록"},
		{"46", "Joint certificate › Renew a certificate", "공동인증서 › 인증서 갱신"},
		{"47", "Joint certificate › Discard a certificate", "공동인증서 › 인증서 폐기"},
		{"48", "Change/delete the certificate password", "공동인증서 › 인증서 암호 변경/삭제"},
		{"49", "Pre-consent/ change of certificate issuance", "인증서 발급 사전동의/변경"},
		{"90", "Settings", "설정"},
	} {
		t.Run(row.path, func(t *testing.T) {
			t.Parallel()
			p := start(t, 80, 24, text.English)
			p.signIn()
			p.Type(row.number)
			p.shows(row.path)
			p.Press("f2")
			p.shows(row.korean)
			p.Press("esc")
			p.shows("전체메뉴")
		})
	}
}

func TestGoToOpensByNameInEitherLanguage(t *testing.T) {
	t.Parallel()
	for _, row := range []struct{ typed, path string }{
		{"Certificate service information", "Certificate service information"},
		{"인증서 서비스 안내", "Certificate service information"},
		{"renew", "Renew a certificate"},
		{"환율", "Exchange rate inquiry"},
	} {
		p := start(t, 80, 24, text.English)
		p.signIn()
		p.Type("/" + row.typed + "\n")
		p.shows(row.path)
		p.hides("01 Exchange rate inquiry")
	}
}

func TestAClickOpensAnEntry(t *testing.T) {
	t.Parallel()
	p := start(t, 80, 24, text.English)
	x, y := p.find("41 Certificate")
	p.Click(x, y)
	p.shows("How to issue a certificate")
}

func TestF2KeepsWhatWasTyped(t *testing.T) {
	t.Parallel()
	p := start(t, 80, 24, text.English)
	p.Type("99demo01")
	p.Press("f2")
	p.shows("이용자 ID", "demo01")
	p.Type("\n" + "x\n")
	p.shows("맞지 않습니다")
	p.Press("f2")
	p.shows("is wrong (1 of 5)", "demo01")
}
