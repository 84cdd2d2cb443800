package text

import "smartbank/certstore/keyring"

// CertificateMove holds the words of moving the certificates of this device between
// the system's keyring and a file, on the screen and on the command line.
type CertificateMove struct {
	Title                        string
	Now, Then, Count             string // labels
	Places                       map[string]string
	Certificates                 func(n int) string
	About                        map[string]string // by where they go
	Passphrase, Again            string
	PassphraseNote, ChosenNote   string
	Do, Moving, Done             string
	DoneFile, DoneOS             string
	NoPassphrase, Short, NotSame Message
	OnePlace                     Message
	Left                         Message
	Decided                      func(by string) Message

	Help       CommandHelp
	FlagTo     string
	FromMemory Message
	Moved      func(n int, place string) string
	There      func(place string) string
}

var certificateMoveEN = CertificateMove{
	Title: "Move certificates",
	Now:   "Kept in", Then: "To be kept in", Count: "On this device",
	Places: map[string]string{keyring.WhereOS: "the keyring of this computer", keyring.WhereFile: "a file under a passphrase"},
	Certificates: func(n int) string {
		return itoa(n) + either(n == 1, " certificate", " certificates")
	},
	About: map[string]string{
		keyring.WhereFile: "The file certificates.keyring in the data folder takes the keyring's place. Its passphrase is asked for at every start, and nobody can open it without. Certificates, their passwords and wrong tries stay as they are.",
		keyring.WhereOS:   "The keyring takes the file's place, which is removed: no passphrase is asked for any more. Certificates, their passwords and wrong tries stay as they are.",
	},
	Passphrase: "Passphrase", Again: "Once more",
	PassphraseNote: "of the file that is there", ChosenNote: "8 characters or more; it cannot be recovered",
	Do: "move", Moving: "The certificates are being moved.", Done: "The certificates are moved",
	DoneFile:     "From the next start on, the passphrase is asked for.",
	DoneOS:       "The file is gone. From the next start on, no passphrase is asked for.",
	NoPassphrase: Message{"The passphrase is missing.", "Type the passphrase of the certificate file."},
	Short:        Message{"A passphrase has at least 8 characters.", "Choose a longer one: a few words do."},
	NotSame:      Message{"The two are not the same.", "Type the passphrase twice, the same each time."},
	OnePlace:     Message{"Certificates stay where they are in this program.", "They are forgotten at its end: it was started with --keyring memory, or is a tape."},
	Left:         Message{"Copies are left at the old place.", "They are sealed under the certificates' passwords. smartbank cert move once more removes them."},
	Decided: func(by string) Message {
		return Message{by + " goes before the settings file.", "Leave it out from now on: the certificates are at the new place."}
	},
	Help: CommandHelp{"move all certificates to the keyring or to a file", `Moves the certificates of this device to PLACE, os or file, and notes it in the
settings file. They are copied and read again before anything is removed: whatever
happens meanwhile, they are whole at one of both places. The file's passphrase is asked
for, twice where there is no file yet; with --passphrase-stdin it is the first line of
stdin. Where they are at PLACE, what a move left that was broken off is removed.`},
	FlagTo:     "keep them in `PLACE` from now on: os or file",
	FromMemory: Message{"certificates that are kept in memory cannot be moved", "leave out --keyring memory"},
	Moved: func(n int, place string) string {
		return "moved " + itoa(n) + either(n == 1, " certificate", " certificates") + " to " + place
	},
	There: func(place string) string { return "the certificates are in " + place },
}

var certificateMoveKO = CertificateMove{
	Title: "인증서 옮기기",
	Now:   "지금 위치", Then: "옮길 위치", Count: "이 기기의 인증서",
	Places:       map[string]string{keyring.WhereOS: "이 컴퓨터의 키링", keyring.WhereFile: "암호문구로 잠근 파일"},
	Certificates: func(n int) string { return itoa(n) + "개" },
	About: map[string]string{
		keyring.WhereFile: "키링 대신 데이터 폴더의 certificates.keyring 파일에 보관합니다. 시작할 때마다 암호문구를 물으며, 암호문구 없이는 아무도 열 수 없습니다. 인증서와 암호, 틀린 횟수는 그대로입니다.",
		keyring.WhereOS:   "파일 대신 키링에 보관하고 파일은 지웁니다. 암호문구를 더 이상 묻지 않습니다. 인증서와 암호, 틀린 횟수는 그대로입니다.",
	},
	Passphrase: "암호문구", Again: "한 번 더",
	PassphraseNote: "이미 있는 파일의 암호문구", ChosenNote: "8자 이상, 잊으면 찾을 수 없습니다",
	Do: "옮기기", Moving: "인증서를 옮기고 있습니다.", Done: "인증서를 옮겼습니다",
	DoneFile:     "다음 시작부터 암호문구를 묻습니다.",
	DoneOS:       "파일은 지웠습니다. 다음 시작부터 암호문구를 묻지 않습니다.",
	NoPassphrase: Message{"암호문구를 입력하지 않았습니다.", "인증서 파일의 암호문구를 입력해 주세요."},
	Short:        Message{"암호문구는 8자 이상이어야 합니다.", "더 긴 암호문구로 정해 주세요. 낱말 몇 개면 됩니다."},
	NotSame:      Message{"두 암호문구가 다릅니다.", "같은 암호문구를 두 번 입력해 주세요."},
	OnePlace:     Message{"이 프로그램에서는 인증서를 옮길 수 없습니다.", "--keyring memory로 시작했거나 테이프이므로, 끝나면 인증서가 사라집니다."},
	Left:         Message{"예전 위치에 사본이 남아 있습니다.", "사본은 인증서 암호로 잠겨 있습니다. smartbank cert move를 한 번 더 실행하면 지워집니다."},
	Decided: func(by string) Message {
		return Message{by + " 값이 설정 파일보다 우선합니다.", "이제 그 값을 빼 주세요. 인증서는 새 위치에 있습니다."}
	},
	Help: CommandHelp{"모든 인증서를 키링이나 파일로 옮깁니다", `이 기기의 인증서를 PLACE(os 또는 file)로 옮기고 설정 파일에 적습니다. 먼저 복사하고
다시 읽어 확인한 뒤에 지우므로, 도중에 무슨 일이 있어도 두 곳 중 한 곳에 온전히
있습니다. 파일의 암호문구를 물으며, 파일이 아직 없으면 두 번 묻습니다.
--passphrase-stdin을 쓰면 표준입력의 첫 줄입니다. 이미 PLACE에 있으면 중단된 옮기기가
남긴 것을 지웁니다.`},
	FlagTo:     "앞으로 보관할 곳 `PLACE`: os 또는 file",
	FromMemory: Message{"메모리에 있는 인증서는 옮길 수 없습니다", "--keyring memory를 빼고 실행해 주세요"},
	Moved: func(n int, place string) string {
		return "인증서 " + itoa(n) + "개를 옮겼습니다: " + place
	},
	There: func(place string) string { return "인증서는 " + place + "에 있습니다" },
}
