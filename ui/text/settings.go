package text

import (
	"strconv"

	"smartbank/ui/settings"
)

// Settings holds the words of the Settings screen and of its file.
type Settings struct {
	Lang, Theme, Glyphs, Plain, Mouse, Idle, Mask, Keyring, Favourites string                          // labels
	Value                                                              func(name, value string) string // of a setting, by its name in the file

	Saved, NotSaved                                         string
	SavedIn                                                 func(path string) string
	NoFile                                                  string
	Decided                                                 func(by string) string // a flag goes before the file
	KeyringLater, PlainLater                                string
	FavouritesNote                                          string
	BadFavourites                                           Message
	Question                                                string
	Save, Undo, Stay                                        string
	OwnKeys                                                 func(keys string) string // those that the file changes
	ChangeKeys, NoOwnKeys                                   string
	Medium, Limits                                          string
	Accounts, Protections, Move                             string // pages that Settings leads to, and what they are for
	AboutAccounts, AboutLimits, AboutProtections, AboutMove string
	MediumIs                                                func(medium string) string
	LimitsAre                                               func(each, day string) string

	Wrong       func(path string, e *settings.Error) Message // the file
	NotReadable func(path string, err error) Message
	NotWritable func(path string, err error) Message
}

var settingsEN = Settings{
	Lang: "Language", Theme: "Colours", Glyphs: "Signs", Plain: "Shown", Mouse: "Mouse", Idle: "Log out after", Mask: "Account numbers", Keyring: "Certificates in", Favourites: "Favourites",
	Value: settingValue(map[string]string{
		"lang auto": "as the system", "lang en": "English", "lang ko": "한국어",
		"theme auto": "as the terminal", "theme light": "light", "theme dark": "dark", "theme mono": "none",
		"glyphs auto": "as the terminal", "glyphs unicode": "lines and dots", "glyphs ascii": "plain ASCII",
		"plain false": "as drawn screens", "plain true": "as a conversation in lines",
		"mouse false": "selects text", "mouse true": "clicks choose",
		"mask-numbers true": "masked", "mask-numbers false": "whole",
		"keyring os": "the system's keyring", "keyring file": "a file under a passphrase",
	}, func(minutes string) string {
		return minutes + either(minutes == "1", " minute", " minutes") + " without a key"
	}),
	Saved: "Saved.", NotSaved: "It holds until you leave: there is no settings file here.",
	SavedIn:        func(path string) string { return "File " + path },
	NoFile:         "There is no settings file here: changes hold until you leave.",
	Decided:        func(by string) string { return by + " goes before this while the program runs." },
	KeyringLater:   "From the next start, and without the certificates that are there now: Move certificates takes them along.",
	PlainLater:     "From the next start on. A conversation is for screen readers and Braille displays.",
	FavouritesNote: "Entries that Go to… shows first, by number: 12 21",
	BadFavourites:  Message{"These are not numbers of entries.", "Type the two digits of each as All Menus has them, with spaces: 12 21."},
	Question:       "Save what you changed?",
	Save:           "Save", Undo: "Undo", Stay: "Go on",
	OwnKeys:    func(keys string) string { return "Your keys: " + keys + "." },
	ChangeKeys: "They are changed in the file; F1 shows all.",
	NoOwnKeys:  "Keys are changed in the file, under [keys]; F1 shows all.",
	Medium:     "Security medium", Limits: "Transfer limits", Accounts: "Accounts", Protections: "Protection", Move: "Move certificates",
	AboutAccounts: "order, names, and the one to begin with", AboutLimits: "look at them, and lower them",
	AboutProtections: "delayed transfers, designated accounts", AboutMove: "between the keyring and a file",
	MediumIs: func(medium string) string {
		return either(medium == "otp", "one-time-password token", "security card") + " · another, and higher limits, at a post office"
	},
	LimitsAre: func(each, day string) string { return each + " each, " + day + " a day" },
	Wrong:     wrongSettingsEN,
	NotReadable: func(path string, err error) Message {
		return Message{"the settings in " + path + " cannot be read: " + err.Error(), "correct the file's permissions, or move it away: without it everything has its default"}
	},
	NotWritable: func(path string, err error) Message {
		return Message{"The settings were not saved in " + path + ": " + err.Error() + ".", "Make the folder writable and save again. Until then they hold in this program."}
	},
}

var settingsKO = Settings{
	Lang: "언어", Theme: "색", Glyphs: "기호", Plain: "표시 방식", Mouse: "마우스", Idle: "자동 로그아웃", Mask: "계좌번호", Keyring: "인증서 보관", Favourites: "즐겨찾기",
	Value: settingValue(map[string]string{
		"lang auto": "시스템 설정대로", "lang en": "English", "lang ko": "한국어",
		"theme auto": "터미널에 맞게", "theme light": "밝게", "theme dark": "어둡게", "theme mono": "색 없음",
		"glyphs auto": "터미널에 맞게", "glyphs unicode": "선과 점", "glyphs ascii": "ASCII만",
		"plain false": "화면에 표시", "plain true": "한 줄씩 주고받는 대화",
		"mouse false": "글자 선택", "mouse true": "눌러서 선택",
		"mask-numbers true": "가림", "mask-numbers false": "모두 보임",
		"keyring os": "시스템 키링", "keyring file": "암호로 잠근 파일",
	}, func(minutes string) string { return "입력 없이 " + minutes + "분" }),
	Saved: "저장했습니다.", NotSaved: "설정 파일이 없어 프로그램을 끝낼 때까지만 적용됩니다.",
	SavedIn:        func(path string) string { return "파일 " + path },
	NoFile:         "설정 파일이 없어 프로그램을 끝낼 때까지만 적용됩니다.",
	Decided:        func(by string) string { return "지금은 " + by + " 값이 우선합니다." },
	KeyringLater:   "다음 시작부터 적용되며 지금 있는 인증서는 따라오지 않습니다. 함께 옮기려면 인증서 옮기기를 이용하세요.",
	PlainLater:     "다음 시작부터 적용됩니다. 대화는 화면 낭독기와 점자 단말기를 위한 방식입니다.",
	FavouritesNote: "바로가기에 먼저 보일 메뉴 번호: 12 21",
	BadFavourites:  Message{"메뉴 번호가 아닙니다.", "전체메뉴의 두 자리 번호를 띄어 써 주세요: 12 21"},
	Question:       "바꾼 설정을 저장할까요?",
	Save:           "저장", Undo: "되돌리기", Stay: "계속",
	OwnKeys:    func(keys string) string { return "바꾼 키: " + keys + "." },
	ChangeKeys: "파일에서 바꿉니다. F1을 누르면 모두 보입니다.",
	NoOwnKeys:  "키는 파일의 [keys]에서 바꿉니다. F1을 누르면 모두 보입니다.",
	Medium:     "보안매체", Limits: "이체한도", Accounts: "계좌", Protections: "보호 서비스", Move: "인증서 옮기기",
	AboutAccounts: "순서, 별명, 기본 계좌", AboutLimits: "한도 확인과 낮추기",
	AboutProtections: "지연이체, 입금계좌지정", AboutMove: "키링과 파일 사이에서",
	MediumIs: func(medium string) string {
		return either(medium == "otp", "OTP 토큰", "보안카드") + " · 변경과 한도 상향은 우체국 창구"
	},
	LimitsAre: func(each, day string) string {
		return "1회 " + each + ", 1일 " + day
	},
	Wrong: wrongSettingsKO,
	NotReadable: func(path string, err error) Message {
		return Message{"설정 파일 " + path + "을(를) 읽을 수 없습니다: " + err.Error(), "파일 권한을 고치거나 파일을 옮겨 두세요. 파일이 없으면 모두 기본값입니다"}
	},
	NotWritable: func(path string, err error) Message {
		return Message{"설정을 " + path + "에 저장하지 못했습니다: " + err.Error() + ".", "폴더에 쓸 수 있게 한 뒤 다시 저장해 주세요. 그때까지는 이 프로그램에서만 적용됩니다."}
	},
}

// settingValue is the word for a value of a setting; minutes have one of their own.
func settingValue(words map[string]string, idle func(minutes string) string) func(name, value string) string {
	return func(name, value string) string {
		if word, ok := words[name+" "+value]; ok {
			return word
		}
		return idle(value)
	}
}

// wrongSettingsEN says what is wrong with the settings file.
func wrongSettingsEN(path string, e *settings.Error) Message {
	where := path + either(e.Line > 0, ", line "+strconv.Itoa(e.Line), "") + ": "
	switch e.Reason {
	case settings.UnknownKey:
		return Message{where + "there is no setting " + e.Key, either(e.Nearest != "", "did you mean "+e.Nearest+"?", "take the line out; Settings in the program saves a file with every setting")}
	case settings.BadValue:
		return Message{where + e.Key + " cannot be " + e.Value, "right is: " + e.Want}
	case settings.UnknownAct:
		return Message{where + "there is no key called " + e.Key, either(e.Nearest != "", "did you mean "+e.Nearest+"?", "there are: "+e.Want)}
	case settings.FixedKey:
		if e.Value == "" {
			return Message{where + "the key of " + e.Key + " cannot be changed", "those of these can: " + e.Want}
		}
		return Message{where + e.Value + " cannot be the key of " + e.Key, "these can: " + e.Want}
	case settings.Conflict:
		return Message{where + e.Value + " is the key of " + e.Other + " already", "choose another key for " + e.Key + ", or another one for " + e.Other + " too"}
	default:
		return Message{where + "this is not TOML: " + e.Detail, "correct the line; texts stand in quotation marks"}
	}
}

// wrongSettingsKO says what is wrong with the settings file.
func wrongSettingsKO(path string, e *settings.Error) Message {
	where := path + either(e.Line > 0, " "+strconv.Itoa(e.Line)+"번째 줄", "") + ": "
	switch e.Reason {
	case settings.UnknownKey:
		return Message{where + e.Key + " 설정은 없습니다", either(e.Nearest != "", "혹시 "+e.Nearest+"입니까?", "그 줄을 지워 주세요. 프로그램의 설정에서 저장하면 모든 설정이 파일에 적힙니다")}
	case settings.BadValue:
		return Message{where + e.Key + " 값은 " + e.Value + "일 수 없습니다", "맞는 값: " + e.Want}
	case settings.UnknownAct:
		return Message{where + e.Key + "(이)라는 키는 없습니다", either(e.Nearest != "", "혹시 "+e.Nearest+"입니까?", "있는 이름: "+e.Want)}
	case settings.FixedKey:
		if e.Value == "" {
			return Message{where + e.Key + " 키는 바꿀 수 없습니다", "바꿀 수 있는 이름: " + e.Want}
		}
		return Message{where + e.Value + "은(는) " + e.Key + " 키로 쓸 수 없습니다", "쓸 수 있는 키: " + e.Want}
	case settings.Conflict:
		return Message{where + e.Value + "은(는) 이미 " + e.Other + " 키입니다", e.Key + "에 다른 키를 쓰거나 " + e.Other + "도 다른 키로 바꿔 주세요"}
	default:
		return Message{where + "TOML이 아닙니다: " + e.Detail, "그 줄을 고쳐 주세요. 글자는 큰따옴표 안에 씁니다"}
	}
}
