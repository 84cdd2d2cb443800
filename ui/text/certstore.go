package text

import (
	"errors"
	"runtime"

	"smartbank/certstore"
	"smartbank/certstore/keyring"
)

// CertStore holds what is told of the certificates on this device: what is wrong with the place they are kept in, or with
// a password, and the words of the commands that look after them.
type CertStore struct {
	// Keyring says why the certificates cannot be reached, and what to do on a platform (runtime.GOOS).
	Keyring       func(e *keyring.UnavailableError, platform string) Message
	WrongPassword func(e *certstore.PasswordError) Message
	None          Message // of that ID
	Mismatch      Message
	Full          Message
	Changed       Message
	LosesR        Message
	NoR           string // after an import, of a key without R

	Cert, List, Import, Export, Password, Discard CommandHelp
	FlagKeyring, FlagPassphraseStdin              string
	FlagPasswordStdin, FlagForm                   string
	FlagReason, FlagDiscardUser                   string

	Passphrase, PassphraseNew, PassphraseAgain, PasswordOf, PasswordNew, PasswordAgain string // prompts, with their colon
	IdentityOf                                                                         string // one too
	DiscardQuestion                                                                    func(owner, until string) string
	NotSame, BreaksTheRule, ShortPassphrase                                            Message
	NothingOnStdin, NobodyToAsk                                                        Message
	TooFewWords                                                                        func(help string) Message
	WhichID, ManyIDs                                                                   func(id string) Message
	WrongFilePassword, NoKey                                                           Message
	BadFile                                                                            func(path string, err error) Message
	Exists                                                                             func(path string) Message
	FormOfFolder                                                                       Message

	ID, Owner, Issuer, From, Until, State string // headings of columns
	States                                func(state string) string
	Empty                                 string
	Imported, Exported                    func(id, what string) string
	PasswordChanged                       string
	Discarded                             func(owner, serial string) string

	KeyringLine, OfSystem, InMemory, NotYet string // of the doctor
	ItemsStay                               Message
}

// ExplainCertificates turns an error of the certificates on this device into what the customer reads;
// ok is false for any other.
func (c *Catalog) ExplainCertificates(err error) (m Message, ok bool) {
	w := c.CertStore
	if unavailable, ok := errors.AsType[*keyring.UnavailableError](err); ok {
		return w.Keyring(unavailable, runtime.GOOS), true
	}
	if wrong, ok := errors.AsType[*certstore.PasswordError](err); ok {
		return w.WrongPassword(wrong), true
	}
	for known, message := range map[error]Message{
		certstore.ErrNoCertificate: w.None, certstore.ErrMismatch: w.Mismatch, certstore.ErrFull: w.Full, certstore.ErrChanged: w.Changed,
		certstore.ErrLosesR: w.LosesR,
	} {
		if errors.Is(err, known) {
			return message, true
		}
	}
	return Message{}, false
}

// mendEN and mendKO are what to do about the system's keyring, by reason and platform; "" is every other platform.
var mendEN = map[keyring.Reason]map[string]string{
	keyring.NoService: {
		"":        "Log in to a desktop session, or start gnome-keyring",
		"darwin":  "Open Keychain Access and make a default keychain",
		"windows": "Log on to Windows at the screen or by remote desktop; a service and SSH have no credentials",
	},
	keyring.Locked: {
		"":        "Unlock the keyring named Login, for example with Seahorse, and try again",
		"darwin":  "Unlock it: security unlock-keychain",
		"windows": "Sign in to Windows again",
	},
	keyring.Denied: {
		"":        "Allow smartbank when the keyring asks",
		"darwin":  "Allow smartbank in Keychain Access when macOS asks",
		"windows": "Look into the Credential Manager of the Control Panel",
	},
	keyring.TimedOut: {"": "Look for a window of the keyring that asks for something, and try again"},
}

var mendKO = map[keyring.Reason]map[string]string{
	keyring.NoService: {
		"":        "데스크톱에 로그인하거나 gnome-keyring을 시작해 주세요",
		"darwin":  "키체인 접근에서 기본 키체인을 만들어 주세요",
		"windows": "화면이나 원격 데스크톱으로 Windows에 로그온해 주세요. 서비스와 SSH에는 자격 증명이 없습니다",
	},
	keyring.Locked: {
		"":        "Seahorse 등에서 '로그인' 키링의 잠금을 풀고 다시 시도해 주세요",
		"darwin":  "잠금을 풀어 주세요: security unlock-keychain",
		"windows": "Windows에 다시 로그인해 주세요",
	},
	keyring.Denied: {
		"":        "키링이 물으면 smartbank를 허용해 주세요",
		"darwin":  "macOS가 물으면 키체인 접근에서 smartbank를 허용해 주세요",
		"windows": "제어판의 자격 증명 관리자를 확인해 주세요",
	},
	keyring.TimedOut: {"": "키링이 띄운 확인 창이 있는지 살펴보고 다시 시도해 주세요"},
}

// mend is the advice for a platform.
func mend(by map[string]string, platform string) string {
	if advice, ok := by[platform]; ok {
		return advice
	}
	return by[""]
}

func keyringEN(e *keyring.UnavailableError, platform string) Message {
	if e.Where == keyring.WhereFile {
		switch e.Reason {
		case keyring.WrongPass:
			return Message{"The passphrase of the certificate file is wrong.", "Type the right one: nobody can open the file without it."}
		case keyring.Damaged:
			return Message{"The certificate file is damaged, or an older copy was put in its place.", "Bring back its newest backup, or move certificates.keyring away and import or issue the certificates again."}
		case keyring.TimedOut:
			return Message{"Another program has been changing the certificates for some time.", "Wait until it is done, and try again."}
		case keyring.NoRoom:
			return Message{"There is no room left on the disk; the certificates are as they were.", "Make room, then try again."}
		case keyring.NoService, keyring.Locked, keyring.Denied, keyring.TooBig:
		}
		return Message{"The certificate file cannot be read and written here.", "smartbank doctor tells more; or choose another folder: --data DIR"}
	}
	another := "; or keep certificates in a file under a passphrase: 90 Settings, or --keyring file"
	advice := mend(mendEN[e.Reason], platform) + another
	switch e.Reason {
	case keyring.NoService:
		return Message{"This session has no keyring to keep certificates in.", advice}
	case keyring.Locked:
		return Message{"The keyring of this computer is locked.", advice}
	case keyring.TimedOut:
		return Message{"The keyring of this computer did not answer within three seconds.", advice}
	case keyring.TooBig:
		return Message{"The keyring of this computer does not take a certificate of this size.", "Move the certificates to a file under a passphrase: 90 Settings, or smartbank cert move --to file"}
	case keyring.NoRoom:
		return Message{"The keyring could not be written; the certificates are as they were.", "Its disk may be full: make room, then try again"}
	case keyring.Damaged, keyring.WrongPass:
		return Message{"A part of what the keyring held of the certificates is gone or was changed.", "Import or issue the certificate again."}
	case keyring.Denied:
	}
	return Message{"The keyring of this computer refused.", mend(mendEN[keyring.Denied], platform) + another}
}

func keyringKO(e *keyring.UnavailableError, platform string) Message {
	if e.Where == keyring.WhereFile {
		switch e.Reason {
		case keyring.WrongPass:
			return Message{"인증서 파일의 암호문구가 맞지 않습니다.", "올바른 암호문구를 입력해 주세요. 암호문구 없이는 아무도 파일을 열 수 없습니다."}
		case keyring.Damaged:
			return Message{"인증서 파일이 손상되었거나 예전 사본으로 바뀌었습니다.", "가장 최근 백업을 되돌리거나, certificates.keyring을 다른 곳으로 옮기고 인증서를 다시 가져오거나 발급해 주세요."}
		case keyring.TimedOut:
			return Message{"다른 프로그램이 인증서를 바꾸고 있습니다.", "끝난 뒤 다시 시도해 주세요."}
		case keyring.NoRoom:
			return Message{"디스크에 남은 공간이 없습니다. 인증서는 그대로입니다.", "공간을 늘린 뒤 다시 시도해 주세요."}
		case keyring.NoService, keyring.Locked, keyring.Denied, keyring.TooBig:
		}
		return Message{"인증서 파일을 여기서 읽고 쓸 수 없습니다.", "smartbank doctor로 확인하거나 다른 폴더를 골라 주세요: --data DIR"}
	}
	another := ". 또는 암호문구로 잠근 파일에 보관할 수 있습니다: 설정(90) 또는 --keyring file"
	advice := mend(mendKO[e.Reason], platform) + another
	switch e.Reason {
	case keyring.NoService:
		return Message{"인증서를 보관할 키링이 이 접속 환경에 없습니다.", advice}
	case keyring.Locked:
		return Message{"이 컴퓨터의 키링이 잠겨 있습니다.", advice}
	case keyring.TimedOut:
		return Message{"이 컴퓨터의 키링이 3초 안에 응답하지 않았습니다.", advice}
	case keyring.TooBig:
		return Message{"이 컴퓨터의 키링에는 이 크기의 인증서를 보관할 수 없습니다.", "암호문구로 잠근 파일로 옮겨 주세요: 설정(90) 또는 smartbank cert move --to file"}
	case keyring.NoRoom:
		return Message{"키링에 쓰지 못했습니다. 인증서는 그대로입니다.", "디스크가 가득 찼는지 확인하고 다시 시도해 주세요"}
	case keyring.Damaged, keyring.WrongPass:
		return Message{"키링에 보관한 인증서의 일부가 없어졌거나 바뀌었습니다.", "인증서를 다시 가져오거나 발급해 주세요."}
	case keyring.Denied:
	}
	return Message{"이 컴퓨터의 키링이 거절했습니다.", mend(mendKO[keyring.Denied], platform) + another}
}
