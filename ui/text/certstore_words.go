package text

import "smartbank/certstore"

var certStoreEN = CertStore{
	Keyring: keyringEN,
	WrongPassword: func(e *certstore.PasswordError) Message {
		if e.Locked {
			return Message{"This certificate is locked on this device after " + itoa(e.Max) + " wrong passwords.", "Have it issued again, or import it again from a copy whose password you know."}
		}
		return Message{"The certificate password is wrong (" + of(e.Tries, e.Max) + ").", "Type it once more; capitals matter. After " + itoa(e.Max) + " wrong tries the certificate is locked on this device."}
	},
	None:     Message{"There is no such certificate on this device.", "See which there are: smartbank cert list"},
	Mismatch: Message{"The private key is not that of the certificate.", "Copy signCert.der and signPri.key again, both from the same folder."},
	Full:     Message{"There are too many certificates on this device.", "Remove those that have expired; 32 fit."},
	Changed:  Message{"Another program changed the certificates at the same time.", "Nothing was changed by this one. Try again."},

	LosesR: Message{"This copy of the certificate has lost the number that proves whose it is; the certificate on this device stays.", "Import a copy that a Korean certificate program or smartbank made: OpenSSL and others leave that number (R) out."},
	NoR:    "note: the key has no R, which other programs leave out: the holder's identity cannot be confirmed with it",

	Cert: CommandHelp{"the joint certificates on this device, and files of them", `Certificates are kept in the keyring of this computer, or where --keyring says.`},
	List: CommandHelp{"the certificates on this device", `Lists the certificates, newest first, without asking for a password. Days are
those of Seoul. JSON: an array of objects with id, subject, issuer, serial,
policy, not_before, not_after, sha256, added, state (valid, expiring, expired,
discarded, suspended or locked) and tries, the wrong passwords in a row.`},
	Import: CommandHelp{"take a certificate over from a folder or a PFX file", `Takes a certificate with its private key from PATH: a folder of an NPKI tree,
which holds signCert.der and signPri.key, an NPKI tree with nobody else in it, or
a PFX file. Its password stays the same, and is asked for. What is at PATH stays there.`},
	Export: CommandHelp{"write a certificate to an NPKI folder or a PFX file", `Writes the certificate ID, of which the first characters do, with its private
key, encrypted under its password: to a PFX file where TARGET ends in .pfx or
.p12, else into the NPKI folder below TARGET. A PFX file is never overwritten.
What is written is for its owner alone. Forms of a PFX file: yessign, which every Korean
program reads, and aes, which OpenSSL 3 reads. The form npki encrypts keys with
SEED and 2,048 rounds, as Korean programs expect: whoever has the file can try
passwords quickly.`},
	Password: CommandHelp{"change the password of a certificate", `Asks for the old password and twice for the new one; with --password-stdin they
are the first two lines of stdin. New passwords have 10 to 30 characters, with a
letter, a digit and a symbol. Copies elsewhere keep the old password.`},
	Discard: CommandHelp{"revoke a certificate for good, and remove it from this device", `Revokes the certificate ID, of which the first characters do, at its authority,
then removes every copy on this device. It cannot be undone: copies elsewhere stop
working too. Its password shows whose it is. Where that was forgotten, or the
certificate has expired or is locked, --user ID asks for the password of that user
ID and for the identity number instead; with --password-stdin they are the first two
lines of stdin. With --password-stdin nothing is asked. Reasons: lost (the device or
a copy), leaked (others may have it or its password), changed (your name or number),
unused. JSON: an object with id, subject, issuer, serial, sha256, state and reason.
Exit 1 if it was not discarded; what was revoked and could not be removed is removed
by doing it again with --user.`},
	FlagReason:      "why: `WHY` is lost, leaked, changed or unused",
	FlagDiscardUser: "prove it by the user `ID`, its password and the identity number instead of the certificate password",
	IdentityOf:      "Identity number: ",
	DiscardQuestion: func(owner, until string) string {
		return "Discard the certificate of " + owner + ", until " + until + ", for good?"
	},
	Discarded: func(owner, serial string) string {
		return "discarded the certificate of " + owner + ", serial " + serial
	},
	FlagKeyring:         "keep certificates in `PLACE`: os, file or memory (default os, the keyring of this computer)",
	FlagPassphraseStdin: "read the passphrase of --keyring file from the first line of stdin",
	FlagPasswordStdin:   "read the password from stdin, a line each",
	FlagForm:            "write in `FORM`: yessign, aes or npki (default yessign for a file, npki for a folder)",

	Passphrase: "Passphrase of the certificate file: ", PassphraseNew: "New passphrase for the certificate file, 8 characters or more: ", PassphraseAgain: "The same passphrase again: ",
	PasswordOf: "Certificate password: ", PasswordNew: "New certificate password: ", PasswordAgain: "The new password again: ",
	NotSame:         Message{"the two are not the same", "type the same twice"},
	BreaksTheRule:   Message{"the new password breaks the rule", "10 to 30 characters with a letter, a digit and a symbol; none of ' \" \\ | ₩, no three in a row such as aaa or 123"},
	ShortPassphrase: Message{"the passphrase is too short", "at least 8 characters; several words are better"},
	NothingOnStdin:  Message{"there is too little on stdin", "a line each: the passphrase with --passphrase-stdin, then the password, then a new one"},
	NobodyToAsk:     Message{"there is no terminal to ask for the passphrase", "give it on stdin: --passphrase-stdin < FILE"},
	TooFewWords:     func(help string) Message { return Message{"something is missing after the command", "see: " + help} },
	WhichID: func(id string) Message {
		return Message{"no certificate has the ID " + quoted(id), "see: smartbank cert list"}
	},
	ManyIDs: func(id string) Message {
		return Message{"several certificates begin with " + quoted(id), "give more of the ID: smartbank cert list"}
	},
	WrongFilePassword: Message{"the password does not open the private key", "type it once more; capitals matter"},
	NoKey:             Message{"there is a certificate, but no private key with it", "copy the whole folder, with signPri.key"},
	BadFile: func(path string, err error) Message {
		return Message{path + " cannot be used: " + cause(err), "name a folder with signCert.der and signPri.key, or a PFX file"}
	},
	Exists:       func(path string) Message { return Message{"there is a file already: " + path, "name another one"} },
	FormOfFolder: Message{"this form is not for that target", "yessign and aes are for FILE.pfx, npki is for a folder"},

	ID: "ID", Owner: "Owner", Issuer: "Issuer", From: "From", Until: "Until", State: "State",
	States:   named(map[string]string{}),
	Empty:    "there are no certificates on this device",
	Imported: func(id, what string) string { return "imported " + what + " as " + id },
	Exported: func(id, what string) string { return "exported " + id + " to " + what },

	PasswordChanged: "changed the password; copies elsewhere keep the old one",

	KeyringLine: "Keyring", OfSystem: "of this computer", NotYet: "not there yet: the first certificate makes it", InMemory: "in memory: certificates are gone when the program ends",
	ItemsStay: Message{"the certificates of the old bank could not be removed from the keyring", "they are of no use to the new one"},
}

var certStoreKO = CertStore{
	Keyring: keyringKO,
	WrongPassword: func(e *certstore.PasswordError) Message {
		if e.Locked {
			return Message{"인증서 암호를 " + itoa(e.Max) + "회 틀려 이 기기에서 인증서가 잠겼습니다.", "재발급받거나, 암호를 아는 사본에서 다시 가져와 주세요."}
		}
		return Message{"인증서 암호가 맞지 않습니다 (" + itoa(e.Max) + "회 중 " + itoa(e.Tries) + "회).", "대소문자를 확인하고 다시 입력해 주세요. " + itoa(e.Max) + "회 틀리면 이 기기에서 인증서가 잠깁니다."}
	},
	None:     Message{"이 기기에 그런 인증서가 없습니다.", "어떤 인증서가 있는지 확인해 주세요: smartbank cert list"},
	Mismatch: Message{"개인키가 이 인증서의 것이 아닙니다.", "같은 폴더의 signCert.der와 signPri.key를 함께 다시 복사해 주세요."},
	Full:     Message{"이 기기에 인증서가 너무 많습니다.", "만료된 인증서를 삭제해 주세요. 32개까지 보관할 수 있습니다."},
	Changed:  Message{"다른 프로그램이 동시에 인증서를 바꾸었습니다.", "이번 요청으로 바뀐 것은 없습니다. 다시 시도해 주세요."},
	LosesR:   Message{"이 사본에는 본인확인에 필요한 난수가 없어 이 기기의 인증서를 그대로 두었습니다.", "국내 인증서 프로그램이나 smartbank로 만든 사본을 가져와 주세요. OpenSSL 등으로 만든 사본에는 난수(R)가 없습니다."},
	NoR:      "알림: 다른 프로그램에서 난수 R이 빠진 개인키입니다. 이 인증서로는 본인확인을 할 수 없습니다",

	Cert: CommandHelp{"이 기기의 공동인증서와 인증서 파일", `인증서는 이 컴퓨터의 키링이나 --keyring이 정한 곳에 보관합니다.`},
	List: CommandHelp{"이 기기의 인증서", `암호를 묻지 않고 최근 것부터 보여 줍니다. 날짜는 서울 기준입니다. JSON은 객체의
배열이고 항목은 id, subject, issuer, serial, policy, not_before, not_after,
sha256, added, state(valid, expiring, expired, discarded, suspended,
locked)와 연속으로 틀린 암호 횟수 tries입니다.`},
	Import: CommandHelp{"폴더나 PFX 파일에서 인증서 가져오기", `PATH에서 인증서와 개인키를 가져옵니다. signCert.der와 signPri.key가 있는 NPKI
폴더이거나 PFX 파일입니다. 암호는 그대로이며, 가져올 때 묻습니다. PATH에 있는
것은 그대로 둡니다.`},
	Export: CommandHelp{"인증서를 NPKI 폴더나 PFX 파일로 내보내기", `인증서 ID(앞부분만 써도 됩니다)를 개인키와 함께 그 암호로 암호화하여 씁니다.
TARGET이 .pfx나 .p12로 끝나면 PFX 파일로, 아니면 TARGET 아래 NPKI 폴더에 씁니다.
PFX 파일은 덮어쓰지 않으며, 쓴 것은 소유자만 읽을 수 있습니다. PFX 형식은 국내 프로그램이
모두 읽는 yessign과 OpenSSL 3이 읽는 aes입니다. npki 형식은 국내 프로그램에 맞추어
SEED와 2,048회 반복으로 암호화하므로, 파일을 가진 사람은 암호를 빠르게 시도해 볼 수
있습니다.`},
	Password: CommandHelp{"인증서 암호 바꾸기", `지금 암호를 묻고 새 암호를 두 번 묻습니다. --password-stdin이면 표준 입력의 처음
두 줄입니다. 새 암호는 영문자, 숫자, 특수문자를 섞은 10~30자입니다. 다른 곳에 있는
사본의 암호는 바뀌지 않습니다.`},
	Discard: CommandHelp{"인증서를 영구히 폐기하고 이 기기에서 삭제", `인증서 ID(앞부분만 써도 됩니다)를 발급기관에서 폐기한 뒤 이 기기의 사본을 모두
지웁니다. 되돌릴 수 없으며 다른 곳에 있는 사본도 쓸 수 없게 됩니다. 본인 확인은
인증서 암호로 합니다. 암호를 잊었거나 인증서가 만료 또는 잠긴 경우에는 --user ID로
그 이용자의 로그인 비밀번호와 주민등록번호를 묻습니다. --password-stdin이면 표준 입력의
처음 두 줄이며, 다시 확인하지 않습니다. 사유: lost(기기나 사본 분실), leaked(인증서나
암호 노출), changed(이름이나 번호 변경), unused(더 이상 쓰지 않음). JSON은 id, subject,
issuer, serial, sha256, state, reason이 있는 객체입니다. 폐기하지 못하면 종료 코드는 1입니다.
폐기는 되었으나 지우지 못한 것은 --user로 다시 하면 지웁니다.`},
	FlagReason:      "폐기 사유 `WHY`: lost, leaked, changed, unused",
	FlagDiscardUser: "인증서 암호 대신 이용자 `ID`의 비밀번호와 주민등록번호로 확인",
	IdentityOf:      "주민등록번호: ",
	DiscardQuestion: func(owner, until string) string {
		return owner + "의 인증서(만료일 " + until + ")를 영구히 폐기할까요?"
	},
	Discarded: func(owner, serial string) string {
		return owner + "의 인증서를 폐기했습니다. 일련번호 " + serial
	},
	FlagKeyring:         "인증서를 `PLACE`에 보관: os, file, memory (기본 os: 이 컴퓨터의 키링)",
	FlagPassphraseStdin: "--keyring file의 암호문구를 표준 입력 첫 줄에서 읽음",
	FlagPasswordStdin:   "암호를 표준 입력에서 한 줄씩 읽음",
	FlagForm:            "`FORM` 형식으로 쓰기: yessign, aes, npki (기본: 파일은 yessign, 폴더는 npki)",

	Passphrase: "인증서 파일 암호문구: ", PassphraseNew: "인증서 파일에 쓸 새 암호문구(8자 이상): ", PassphraseAgain: "암호문구 확인: ",
	PasswordOf: "인증서 암호: ", PasswordNew: "새 인증서 암호: ", PasswordAgain: "새 암호 확인: ",
	NotSame:         Message{"두 번 입력한 것이 서로 다릅니다", "같은 것을 두 번 입력하세요"},
	BreaksTheRule:   Message{"새 암호가 규칙에 맞지 않습니다", "영문자, 숫자, 특수문자를 섞은 10~30자. ' \" \\ | ₩와 aaa, 123처럼 이어지는 세 글자는 쓸 수 없습니다"},
	ShortPassphrase: Message{"암호문구가 너무 짧습니다", "8자 이상으로 하세요. 여러 낱말이면 더 좋습니다"},
	NothingOnStdin:  Message{"표준 입력이 모자랍니다", "한 줄에 하나씩: --passphrase-stdin이면 암호문구, 그다음 암호, 그다음 새 암호"},
	NobodyToAsk:     Message{"암호문구를 물을 터미널이 없습니다", "표준 입력으로 주세요: --passphrase-stdin < FILE"},
	TooFewWords: func(help string) Message {
		return Message{"명령 뒤에 빠진 것이 있습니다", "확인: " + help}
	},
	WhichID: func(id string) Message {
		return Message{"ID가 " + quoted(id) + "인 인증서가 없습니다", "확인: smartbank cert list"}
	},
	ManyIDs: func(id string) Message {
		return Message{quoted(id) + "(으)로 시작하는 인증서가 여럿입니다", "ID를 더 길게 쓰세요: smartbank cert list"}
	},
	WrongFilePassword: Message{"이 암호로는 개인키가 열리지 않습니다", "대소문자를 확인하고 다시 입력하세요"},
	NoKey:             Message{"인증서만 있고 개인키가 없습니다", "signPri.key까지 폴더째 복사하세요"},
	BadFile: func(path string, err error) Message {
		return Message{path + "은(는) 쓸 수 없습니다: " + cause(err), "signCert.der와 signPri.key가 있는 폴더나 PFX 파일을 지정하세요"}
	},
	Exists: func(path string) Message {
		return Message{"이미 파일이 있습니다: " + path, "다른 이름을 쓰세요"}
	},
	FormOfFolder: Message{"대상에 맞지 않는 형식입니다", "yessign과 aes는 FILE.pfx, npki는 폴더에 씁니다"},

	ID: "ID", Owner: "소유자", Issuer: "발급기관", From: "시작일", Until: "만료일", State: "상태",
	States:   named(map[string]string{"valid": "정상", "expiring": "만료 임박", "expired": "만료됨", "discarded": "폐기됨", "suspended": "효력정지", "locked": "잠김"}),
	Empty:    "이 기기에 인증서가 없습니다",
	Imported: func(id, what string) string { return what + "을(를) " + id + "(으)로 가져왔습니다" },
	Exported: func(id, what string) string { return id + "을(를) " + what + "(으)로 내보냈습니다" },

	PasswordChanged: "암호를 바꾸었습니다. 다른 곳에 있는 사본의 암호는 그대로입니다",

	KeyringLine: "키링", OfSystem: "이 컴퓨터의 키링", NotYet: "아직 없음: 첫 인증서를 보관할 때 만듭니다", InMemory: "메모리: 프로그램이 끝나면 인증서도 없어집니다",
	ItemsStay: Message{"이전 은행의 인증서를 키링에서 지우지 못했습니다", "새 은행에서는 쓰이지 않습니다"},
}
