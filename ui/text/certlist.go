package text

import "smartbank/ui/center"

// CertificateList holds the words of the list of certificates and of the details of
// one.
type CertificateList struct {
	Title, Lead                        string
	Owner, Issuer, Use, Expires, State string
	States                             map[center.State]string
	Uses                               map[center.Use]string
	ExpiringIn                         func(days int) string
	None                               Message
	Details, Valid, Policy, Serial     string
	Subject, Chain, RealName, VID      string
	Identity                           string
	Identities                         map[string]string
	Revoked, Tries                     string
	TriesOf                            func(n, most int) string
	CopySerial                         string
	WhatTitle                          string
	What                               string // can be done
	ToRenew, ToPassword, ToDiscard     string
	ToClose                            string
}

var certificateListEN = CertificateList{
	Title: "Certificates on this device", Lead: "These certificates are on this device.",
	Owner: "Owner", Issuer: "Issued by", Use: "Use", Expires: "Expires", State: "State",
	States: map[center.State]string{
		center.Discarded: "discarded", center.Suspended: "suspended", center.Expired: "expired", center.Locked: "locked",
		center.Unregistered: "not registered", center.Expiring: "expiring", center.Valid: "valid",
	},
	Uses: map[center.Use]string{
		center.BankUse: "bank use", center.Universal: "universal", center.Securities: "securities", center.OtherUse: "other",
	},
	ExpiringIn: func(days int) string {
		switch days {
		case 0:
			return "expires today"
		case 1:
			return "1 day left"
		}
		return itoa(days) + " days left"
	},
	None: Message{
		"There is no certificate on this device.",
		"Issue one: Joint certificate › Issue/reissue a certificate (42). It takes some minutes, your account's password and your security card or token.",
	},
	Details: "Certificate details", Valid: "Valid", Policy: "Policy", Serial: "Serial number",
	Subject: "Subject", Chain: "Chain", RealName: "Real name", VID: "VID hash",
	Identity:   "Identity check",
	Identities: map[string]string{"ours": "the number in it is yours", "other": "the number in it is someone else's", "unknown": "cannot be told before you log in and unlock it"},
	Revoked:    "Discarded", Tries: "Wrong passwords",
	TriesOf:    func(n, most int) string { return of(n, most) },
	CopySerial: "copy the serial number",
	WhatTitle:  "What would you like to do?", What: "what to do with it",
	ToRenew: "Renew", ToPassword: "Password", ToDiscard: "Discard", ToClose: "Nothing",
}

var certificateListKO = CertificateList{
	Title: "이 기기의 인증서", Lead: "이 기기에 있는 인증서입니다.",
	Owner: "소유자", Issuer: "발급기관", Use: "용도", Expires: "만료일", State: "상태",
	States: map[center.State]string{
		center.Discarded: "폐기됨", center.Suspended: "효력정지", center.Expired: "만료됨", center.Locked: "잠김",
		center.Unregistered: "미등록", center.Expiring: "만료 임박", center.Valid: "정상",
	},
	Uses: map[center.Use]string{
		center.BankUse: "은행용", center.Universal: "범용", center.Securities: "증권용", center.OtherUse: "기타",
	},
	ExpiringIn: func(days int) string {
		if days == 0 {
			return "오늘 만료"
		}
		return itoa(days) + "일 남음"
	},
	None: Message{
		"이 기기에 인증서가 없습니다.",
		"공동인증서 › 인증서 발급/재발급(42)에서 발급받아 주세요. 계좌 비밀번호와 보안카드 또는 OTP가 필요하고 몇 분이면 됩니다.",
	},
	Details: "인증서 상세", Valid: "유효기간", Policy: "정책", Serial: "일련번호",
	Subject: "주체", Chain: "인증 경로", RealName: "실명", VID: "VID 해시",
	Identity:   "본인확인",
	Identities: map[string]string{"ours": "본인의 번호가 들어 있습니다", "other": "다른 사람의 번호가 들어 있습니다", "unknown": "로그인하고 암호를 입력해야 알 수 있습니다"},
	Revoked:    "폐기일시", Tries: "암호 오류",
	TriesOf:    func(n, most int) string { return itoa(most) + "회 중 " + itoa(n) + "회" },
	CopySerial: "일련번호 복사",
	WhatTitle:  "무엇을 할까요?", What: "할 일 선택",
	ToRenew: "갱신", ToPassword: "암호", ToDiscard: "폐기", ToClose: "닫기",
}
