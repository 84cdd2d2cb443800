package text

// Menu is the service's menu, in its order and by its own names
// (m.epostbank.go.kr, MLIBPE0200.do). The Korean names are those of the Korean
// menu where it has the entry.
type Menu struct {
	AllMenus, Login, Logout, Settings string

	QuickLinks, Search, Transfer, FX, Certificate string // groups

	Rates, Swift, Eurogiro      string
	Accounts, History           string
	Realtime, Results           string
	SwiftSearch, EurogiroSearch string
	CertInfo, CertIssue         string
	CertImport, CertExport      string
	CertRegister, CertRenew     string
	CertDiscard, CertPassword   string
	CertConsent                 string
}

var menuEN = Menu{
	AllMenus: "All Menus", Login: "Login", Logout: "Log out", Settings: "Settings",
	QuickLinks: "Quick links", Search: "Search", Transfer: "Transfer", FX: "F/X", Certificate: "Joint certificate",
	Rates: "Exchange rate inquiry", Swift: "SWIFT remittance", Eurogiro: "Eurogiro remittance",
	Accounts: "Account inquiry", History: "Transaction history inquiry",
	Realtime: "Real time transfer", Results: "Search transfer result",
	SwiftSearch: "Search SWIFT remittance", EurogiroSearch: "Search Eurogiro remittance",
	CertInfo: "Certificate service information", CertIssue: "Issue/reissue a certificate",
	CertImport: "Import a certificate", CertExport: "Export a certificate",
	CertRegister: "Register another institute's certificate", CertRenew: "Renew a certificate",
	CertDiscard: "Discard a certificate", CertPassword: "Change/delete the certificate password",
	CertConsent: "Pre-consent/ change of certificate issuance",
}

var menuKO = Menu{
	AllMenus: "전체메뉴", Login: "로그인", Logout: "로그아웃", Settings: "설정",
	QuickLinks: "바로가기", Search: "조회", Transfer: "이체", FX: "외환", Certificate: "공동인증서",
	Rates: "환율조회", Swift: "SWIFT 송금", Eurogiro: "유로지로 송금",
	Accounts: "계좌조회", History: "거래내역조회",
	Realtime: "실시간이체", Results: "이체결과조회",
	SwiftSearch: "SWIFT 송금조회", EurogiroSearch: "유로지로 송금조회",
	CertInfo: "인증서 서비스 안내", CertIssue: "인증서 발급/재발급",
	CertImport: "인증서 가져오기", CertExport: "인증서 내보내기",
	CertRegister: "타기관 인증서 등록", CertRenew: "인증서 갱신",
	CertDiscard: "인증서 폐기", CertPassword: "인증서 암호 변경/삭제",
	CertConsent: "인증서 발급 사전동의/변경",
}
