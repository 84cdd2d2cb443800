package certificate

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"smartbank/ui/component"
	"smartbank/ui/screen"
	"smartbank/ui/text"
	"smartbank/ui/theme"
)

// facts are all that the service's page tells of joint certificates; each must be
// on our page, in both languages.
var facts = []struct{ fact, en, ko string }{
	{"issuing here discards the existing certificate", "the existing certificate is discarded", "지금 있는 인증서는 폐기"},
	{"no certificates for corporate use", "corporate use cannot be issued in Smart Banking", "기업용 인증서는 스마트뱅킹에서 발급되지 않습니다"},
	{"only members of Smart Banking", "Only customers who have joined the post office's Smart Banking", "스마트뱅킹에 가입한 고객만"},
	{"issued here, copied to a PC", "can be copied to a PC", "PC로 복사하여 쓸 수 있습니다"},
	{"import: one certificate on both", "Copy the certificate of your PC to this device", "PC의 공동인증서를 이 기기로 복사하면"},
	{"import step 1: the menu here", "1. Here, open Smart Banking and choose Joint certificate › Import a certificate", "1. 스마트폰에서 스마트뱅킹을 열고 공동인증서 › 인증서 가져오기"},
	{"import step 2: the PC's site", "2. On the PC, open the post office's site (www.epostbank.go.kr)", "2. PC에서 우체국 홈페이지(www.epostbank.go.kr)"},
	{"import step 2: the PC's menu", "Certification Center › joint certificate › copy of smartphone certificate › copy (send)", "인증센터 › 공동인증서 › 스마트폰 인증서 복사 › 복사하기(보내기)"},
	{"import step 3: certificate and password", "3. Choose the certificate to be used and type its password", "3. 사용할 인증서를 선택하고 인증서 암호를 입력"},
	{"import step 4: the number on the PC", "4. Type here the 12-digit authentication number that the PC shows", "4. PC 화면에 나온 인증번호 12자리를 스마트폰에 입력"},
	{"export: one certificate on both", "Copy the certificate of this device to your PC", "이 기기의 공동인증서를 PC로 복사하면"},
	{"export step 1: the menu here", "1. Here, open Smart Banking and choose Joint certificate › Export a certificate", "1. 스마트폰에서 스마트뱅킹을 열고 공동인증서 › 인증서 내보내기"},
	{"export step 2: the PC's menu", "Certification Center › joint certificate › copy of smartphone certificate › copy (import)", "인증센터 › 공동인증서 › 스마트폰 인증서 복사 › 복사하기(가져오기)"},
	{"export step 3: the number is shown on the phone", "12-digit authentication number shown on the phone", "스마트폰 화면에 나온 인증번호 12자리를 PC에 입력"},
	{"export step 4: completion on both", "4. When the copy is made, check that the Smartphone and the PC both say that it is complete", "4. 복사가 끝나면 스마트폰과 PC에서 완료 화면을 확인"},
	{"issue here or copy from the PC", "issued to this device, or copy one that was issued to your PC", "바로 발급받을 수도 있고, PC에 발급받은 것을 이 기기로 복사해 올 수도"},
	{"confirm", "Confirm", "확인"},
}

func TestInfoHasEveryFact(t *testing.T) {
	t.Parallel()
	for _, l := range []text.Lang{text.English, text.Korean} {
		s := newInfo(&screen.Env{Look: component.Look{Theme: theme.New("mono", theme.Unicode), Text: text.In(l)}})
		page := strings.Join(strings.Fields(ansi.Strip(s.View(200, 60).Body)), " ")
		for _, f := range facts {
			want := f.en
			if l == text.Korean {
				want = f.ko
			}
			if !strings.Contains(page, want) {
				t.Errorf("%s: the page does not say that %q: %q is missing", l, f.fact, want)
			}
		}
	}
}
