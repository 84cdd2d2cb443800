package text

import (
	"strings"

	"smartbank/certstore/trust"
)

// CommandCert holds the words of `smartbank cert`.
type CommandCert struct {
	Show, Verify, CMS CommandHelp

	Flag  CommandCertFlag
	Label CommandCertLabel

	// What went wrong.
	NoAuthority   Message
	Refused       func(file, why string) Message
	WrongPassword func(file string) Message
	TooBig        string // why a file was refused
	Missing       string
	Denied        string
	Neither       string
	NotRegular    string
	IsMessage     string
	NoKey         string
	Traditional   string
	Beside        string                        // before why the key beside a certificate was refused
	Several       func(folders []string) string // each holds a certificate
	NotRelied     func(check trust.Check, reason string) Message

	// What was found.
	OK                string
	CheckFailed       func(trust.Check) string // the check by its name, which is the same in every language
	Iterations        func(n int) string
	Opened, NotOpened string
	Matches, Mismatch string
}

// CommandCertFlag says what each flag of the commands about certificates does.
type CommandCertFlag struct {
	Key, RevealR, CA, CRL, OCSP, Policy, At, Identity string
}

// CommandCertLabel is what stands before each value.
type CommandCertLabel struct {
	What, Value                                                       string
	Subject, Issuer, Serial, Policy, NotBefore, NotAfter, SHA256, VID string
	Key, R, Signer, SignedAt, Content                                 string
}

var commandCertEN = CommandCert{
	Show: CommandHelp{"what a certificate, key, PFX or NPKI folder holds", `Reads an NPKI folder, a certificate or a private key (DER or PEM), or a PFX. The
password of the key is asked for on the terminal, or is the first line of stdin
with --password-stdin; without one the key stays closed. The random number R is
shown only with --reveal-r: whoever has it can find out the holder's resident
number. Exit 1 if something cannot be read, or the password is wrong.

JSON: one object with subject, issuer, serial (decimal), policy, not_before and
not_after (RFC 3339, in Seoul), sha256, vid {hash, value}, and key {algorithm,
iterations, opened, r, matches}. What there is not is null.`},
	Verify: CommandHelp{"whether a certificate can be relied on", `Checks, in this order: chain, validity, policy, revoked, crl, ocsp, identity. It
prints ok, or "failed:" and the first check that failed, and exits 1.

A certificate given with --ca that is its own issuer is relied on; others only
lead to one. Where lists or answers are given, one of them has to say that the
certificate is good. With --identity-stdin the first line of stdin is the
resident or business number, and the next the password of the key, in which R
is; with --password-stdin as well, the password comes first. Hyphens in the
number do not matter.

JSON: ok, and if not: check, reason, at, suspended.`},
	CMS: CommandHelp{"verify a signed message, and show what was signed", `Verifies the signature of a CMS SignedData message (DER or PEM, content inside,
one signer) and its signer as cert verify does, and shows signer and content.
Exit 1 if something does not hold; then nothing of the content is shown.

JSON: signer, serial, sha256, signed_at, content, and encoding: utf-8, or base64
where the content is no text.`},
	Flag: CommandCertFlag{
		Key: "the key in `FILE` (default: the one beside the certificate)", RevealR: "show the random number R of the key",
		CA: "certificates of authorities in `FILE`, DER or PEM; may be given again", CRL: "the revocation list in `FILE`, DER or PEM; may be given again",
		OCSP: "the answer of a responder in `FILE`, DER; may be given again", Policy: "only certificates with the policy `OID`; may be given again",
		At: "as at `TIME`, RFC 3339 or a day (default: now)", Identity: "check the identity number on the first line of stdin",
	},
	Label: CommandCertLabel{
		What: "What", Value: "Value", Subject: "Subject", Issuer: "Issuer", Serial: "Serial", Policy: "Policy", NotBefore: "Not before", NotAfter: "Not after",
		SHA256: "SHA-256", VID: "VID", Key: "Key", R: "R", Signer: "Signer", SignedAt: "Signed at", Content: "Content",
	},
	NoAuthority: Message{"which authorities are relied on? --ca is missing", "give their certificates: --ca root.pem --ca authority.pem"},
	Refused: func(file, why string) Message {
		return Message{file + ": " + why, "what is read: smartbank help cert show"}
	},
	WrongPassword: func(file string) Message {
		return Message{file + ": the password is wrong", "try again: these tries are not counted"}
	},
	TooBig: "it is larger, or would take more work, than any real one", Missing: "there is no such file or folder", Denied: "it may not be read",
	Neither: "this is no certificate, no private key and no PFX", NotRegular: "this is no regular file", NoKey: "this is no private key",
	IsMessage: "this is a signed message, which cert cms reads", Traditional: "the key is encrypted as OpenSSL once did: openssl pkcs8 -topk8 makes it PKCS#8",
	Beside: "the key beside it", Several: func(folders []string) string {
		return itoa(len(folders)) + " certificates are in it; name the folder of one: " + strings.Join(folders, ", ")
	},
	NotRelied: func(check trust.Check, reason string) Message {
		return Message{checksEN(check) + " (" + string(check) + "): " + reason, "do not rely on it, unless you know why"}
	},
	OK: "ok", CheckFailed: func(check trust.Check) string { return "failed: " + string(check) },
	Iterations: func(n int) string { return itoa(n) + either(n == 1, " iteration", " iterations") },
	Opened:     "opened", NotOpened: "not opened", Matches: "of this certificate", Mismatch: "NOT of this certificate",
}

var checksEN = named(map[trust.Check]string{
	trust.Chain: "the chain does not hold", trust.Validity: "not valid at this time", trust.Policy: "not for this use", trust.Revoked: "discarded or suspended",
	trust.CRL: "the revocation list does not help", trust.OCSP: "the responder's answer does not help", trust.Identity: "the identity is not confirmed",
})

var commandCertKO = CommandCert{
	Show: CommandHelp{"인증서, 개인키, PFX, NPKI 폴더의 내용", `NPKI 폴더, 인증서나 개인키(DER 또는 PEM), PFX를 읽습니다. 개인키 비밀번호는
터미널에서 묻거나, --password-stdin이면 표준 입력의 첫 줄입니다. 비밀번호가 없으면
개인키를 열지 않습니다. 난수 R은 --reveal-r이 있을 때만 보여 줍니다. R을 아는
사람은 주민등록번호를 알아낼 수 있습니다. 읽을 수 없거나 비밀번호가 틀리면 종료 코드가
1입니다.

JSON은 객체 하나이며 subject, issuer, serial(십진수), policy, not_before와
not_after(RFC 3339, 서울 시간), sha256, vid {hash, value}, key {algorithm,
iterations, opened, r, matches}가 있습니다. 없는 것은 null입니다.`},
	Verify: CommandHelp{"인증서를 믿을 수 있는지 확인", `chain, validity, policy, revoked, crl, ocsp, identity의 차례로 확인합니다. ok를
출력하거나, "failed:"와 처음 실패한 확인을 출력하고 종료 코드 1로 끝납니다.

--ca로 준 인증서 가운데 스스로 발급한 것을 믿고, 나머지는 그리로 이어 줄 뿐입니다.
폐지 목록이나 응답을 주면 그 가운데 하나가 유효하다고 말해야 합니다.
--identity-stdin이면 표준 입력의 첫 줄이 주민등록번호나 사업자등록번호이고, 다음 줄이 R이
든 개인키의 비밀번호입니다. --password-stdin도 있으면 비밀번호가 먼저입니다. 번호의
하이픈은 있어도 없어도 됩니다.

JSON은 ok이며, 아니면 check, reason, at, suspended가 있습니다.`},
	CMS: CommandHelp{"전자서명문을 검증하고 내용 보기", `CMS SignedData(DER 또는 PEM, 내용 포함, 서명자 한 명)의 서명을 검증하고, 서명자를 cert
verify처럼 확인한 뒤 서명자와 내용을 보여 줍니다. 하나라도 맞지 않으면 종료 코드가
1이며 내용을 보여 주지 않습니다.

JSON에는 signer, serial, sha256, signed_at, content, encoding이 있습니다. encoding은
utf-8이고, 글이 아니면 base64입니다.`},
	Flag: CommandCertFlag{
		Key: "파일 `FILE`의 개인키 (기본: 인증서 옆의 것)", RevealR: "개인키의 난수 R 보기",
		CA: "파일 `FILE`의 인증기관 인증서(DER, PEM), 여러 번 쓸 수 있음", CRL: "파일 `FILE`의 폐지 목록(DER, PEM), 여러 번 쓸 수 있음",
		OCSP: "파일 `FILE`의 OCSP 응답(DER), 여러 번 쓸 수 있음", Policy: "정책 `OID`인 인증서만, 여러 번 쓸 수 있음",
		At: "시각 `TIME`(RFC 3339 또는 날짜)을 기준으로 (기본: 지금)", Identity: "표준 입력 첫 줄의 식별번호로 본인확인",
	},
	Label: CommandCertLabel{
		What: "항목", Value: "값", Subject: "소유자", Issuer: "발급자", Serial: "일련번호", Policy: "정책", NotBefore: "유효 시작", NotAfter: "유효 끝",
		SHA256: "SHA-256", VID: "VID", Key: "개인키", R: "R", Signer: "서명자", SignedAt: "서명 시각", Content: "내용",
	},
	NoAuthority: Message{"어느 인증기관을 믿을지 --ca가 없습니다", "인증기관의 인증서를 주세요: --ca root.pem --ca authority.pem"},
	Refused: func(file, why string) Message {
		return Message{file + ": " + why, "읽을 수 있는 것: smartbank help cert show"}
	},
	WrongPassword: func(file string) Message {
		return Message{file + ": 비밀번호가 맞지 않습니다", "다시 입력하세요. 여기서 틀린 횟수는 세지 않습니다"}
	},
	TooBig: "실제로 쓰이는 것보다 너무 크거나 너무 많은 계산이 필요합니다", Missing: "그런 파일이나 폴더가 없습니다", Denied: "읽을 권한이 없습니다",
	Neither: "인증서도 개인키도 PFX도 아닙니다", NotRegular: "일반 파일이 아닙니다", NoKey: "개인키가 아닙니다",
	IsMessage: "전자서명문입니다. cert cms로 읽을 수 있습니다", Traditional: "OpenSSL의 옛 방식으로 암호화된 개인키입니다. openssl pkcs8 -topk8으로 PKCS#8로 바꿔 주세요",
	Beside: "함께 있는 개인키", Several: func(folders []string) string {
		return "인증서가 " + itoa(len(folders)) + "개 있습니다. 한 폴더를 지정해 주세요: " + strings.Join(folders, ", ")
	},
	NotRelied: func(check trust.Check, reason string) Message {
		return Message{checksKO(check) + "(" + string(check) + "): " + reason, "까닭을 알기 전에는 믿지 마세요"}
	},
	OK: "ok", CheckFailed: func(check trust.Check) string { return "failed: " + string(check) },
	Iterations: func(n int) string { return itoa(n) + "회 반복" },
	Opened:     "열었음", NotOpened: "열지 않음", Matches: "이 인증서의 키", Mismatch: "이 인증서의 키가 아님",
}

var checksKO = named(map[trust.Check]string{
	trust.Chain: "인증서 경로가 맞지 않습니다", trust.Validity: "유효기간이 아닙니다", trust.Policy: "이 용도의 인증서가 아닙니다", trust.Revoked: "폐지되었거나 효력이 정지되었습니다",
	trust.CRL: "폐지 목록을 쓸 수 없습니다", trust.OCSP: "OCSP 응답을 쓸 수 없습니다", trust.Identity: "본인확인이 되지 않습니다",
})
