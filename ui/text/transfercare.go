package text

// TransferCare holds the words of what surrounds a transfer: the name that is
// expected, limits, recipients, protections and what waits.
type TransferCare struct {
	// The name that the customer expects, and how it compares.
	Expected, ExpectedHint, ExpectedNote string
	NameMatches, NameUnchecked           string
	NameClose, NameDiffers               func(name string) string
	DelayedNote                          func(hours int) string  // under the amount
	DesignatedNote                       func(won string) string // under the amount
	HeldBack                             func(hours int) string  // on the review
	Fault                                Message                 // nothing was sent or changed
	LimitsTitle                          string
	Medium, Each, Day, Used, Left, Anew  string
	MediumIs                             func(medium string, grade int) string
	AnewIn                               func(hours, minutes int) string // until midnight in Seoul
	Percent                              func(n int) string
	LowerTitle, LowerNote                string
	LowerEach, LowerDay, Lower, Lowered  string
	NothingLower                         Message

	LeaveText string // before what was typed is lost

	// Recipients.
	RecipientsTitle                           string
	Kind, Nickname, Last, NoRecipients        string
	KindFavourite, KindDesignated, KindRecent string
	Choose, Keep, RemoveKey, Rename, New      string // beside keys
	Designate, UndesignateKey, CheckName      string
	AddTitle, KeepTitle, DesignateTitle       string
	NicknameNote, DesignateNote               string
	Remove, Undesignate, DesignatedGoes       string // questions, and what they cost
	Kept, Removed, Designated, Undesignated   string // in the status line
	ProtectionsTitle                          string
	DelayIs                                   func(hours int) string
	DesignatedIs                              func(on bool) string
	AccountsAre, WaitingAre                   func(n int) string
	DelayAbout, DesignatedAbout               string
	AccountsAbout, WaitingAbout               string
	DelayTitle, DesignatedTitle               string
	DelayLabel, DesignatedLabel, On, Off      string
	OnlyBranch, Switch, SwitchedOn            string
	NothingChanged                            Message
	WaitingTitle, NoneWaits, TooLate          string
	StopTitle, StopForGood, StopAllMonths     string
	StopYes, StopNo                           string
}

var transferCareEN = TransferCare{
	Expected: "Name you expect", ExpectedHint: "may stay empty", ExpectedNote: "The bank compares it with the name on the account, and you decide.",
	NameMatches:   "The same name as on the account.",
	NameUnchecked: "The name cannot be checked now, and nothing is sent unchecked.",
	NameClose:     func(name string) string { return "Close, but not the same: the account is of " + name + "." },
	NameDiffers:   func(name string) string { return "Another name: the account is of " + name + "." },
	DelayedNote: func(n int) string {
		return "Your delayed transfer service: it leaves after " + itoa(n) + " hours, except to your own and designated accounts."
	},
	DesignatedNote: func(won string) string {
		return "To accounts that are not designated: " + won + " won a day."
	},
	HeldBack: func(n int) string {
		return "Your delayed transfer service holds it for " + itoa(n) + " hours. It can be cancelled until 30 minutes before."
	},
	Fault: Message{"Something went wrong on our side.", "Nothing was sent and nothing changed. Press F5 or try again."},

	LimitsTitle: "Transfer limits",
	Medium:      "Security medium", Each: "One transfer", Day: "A day", Used: "Sent today", Left: "Left today", Anew: "Starts anew",
	MediumIs: func(medium string, grade int) string {
		return either(medium == "otp", "one-time-password token", "security card") + ", security grade " + itoa(grade)
	},
	AnewIn: func(hours, minutes int) string {
		return "at midnight in Seoul, in " + itoa(hours) + " h " + itoa(minutes) + " min"
	},
	Percent:    func(n int) string { return itoa(n) + "% used" },
	LowerTitle: "Lower them here",
	LowerNote:  "It holds at once. Raising them takes a visit to a post office with your identity card. An empty field stays as it is.",
	LowerEach:  "One transfer, at most", LowerDay: "A day, at most", Lower: "lower the limits",
	Lowered:      "The limits are lowered.",
	NothingLower: Message{"Nothing would change.", "Type an amount below a limit that you have now."},

	LeaveText: "What you typed is lost. Nothing was sent.",

	RecipientsTitle: "Recipients",
	Kind:            "Kind", Nickname: "Nickname", Last: "Last sent", NoRecipients: "No recipients yet. n adds a favourite.",
	KindFavourite: "Favourite", KindDesignated: "Designated", KindRecent: "Recent",
	Choose: "send there", Keep: "add to favourites", RemoveKey: "remove", Rename: "rename", New: "new favourite",
	Designate: "designate", UndesignateKey: "designate no longer", CheckName: "check the name",
	AddTitle: "A new favourite", KeepTitle: "Add to favourites", DesignateTitle: "Designate this account",
	NicknameNote:  "Up to 14 letters or 7 Hangul syllables. Empty is the holder's name.",
	DesignateNote: "Neither the delay nor the daily allowance of your protections applies to a designated account. While one of them is on, accounts are designated at a post office.",
	Remove:        "Remove this favourite?", Undesignate: "Designate this account no longer?",
	DesignatedGoes: "Your protections then apply to it. While one is on, it is designated again only at a post office.",
	Kept:           "Kept as a favourite.", Removed: "Removed from the favourites.", Designated: "The account is designated.", Undesignated: "The account is not designated any more.",

	ProtectionsTitle: "Protections",
	DelayIs: func(n int) string {
		return "Delayed transfer: " + either(n == 0, "off", "on, "+itoa(n)+" hours")
	},
	DesignatedIs: func(on bool) string { return "Designated accounts only: " + either(on, "on", "off") },
	AccountsAre: func(n int) string {
		return "Designated accounts: " + either(n == 0, "none", itoa(n))
	},
	WaitingAre: func(n int) string {
		return "Transfers that wait: " + either(n == 0, "none", itoa(n))
	},
	DelayAbout:      "Transfers wait for 3 hours or more, and can be cancelled until 30 minutes before. Own and designated accounts are exempt.",
	DesignatedAbout: "To accounts that you did not designate, you send at most 1,000,000 won a day.",
	AccountsAbout:   "Recipients: favourites, and which of them are designated.",
	WaitingAbout:    "Delayed, scheduled and monthly transfers, and cancelling them.",
	DelayTitle:      "Delayed transfer service", DesignatedTitle: "Designated account service",
	DelayLabel: "Delay", DesignatedLabel: "Service", On: "on", Off: "off",
	OnlyBranch:     "Only a post office can make it weaker again, with your identity card.",
	Switch:         "switch it on",
	SwitchedOn:     "Your protection holds from now on.",
	NothingChanged: Message{"This is how it is already.", "Choose something else, or press Esc."},

	WaitingTitle: "Transfers that wait", NoneWaits: "No transfer waits for its time.", TooLate: "not any more",
	StopTitle: "Cancel this transfer?", StopForGood: "It cannot be taken up again; order it anew if you want it after all.",
	StopAllMonths: "All months that follow are cancelled with it. It cannot be taken up again.",
	StopYes:       "Cancel the transfer", StopNo: "Keep it",
}

var transferCareKO = TransferCare{
	Expected: "받는 분 이름", ExpectedHint: "비워 두어도 됩니다", ExpectedNote: "입력하면 예금주 이름과 비교해 드립니다. 보낼지는 고객님이 정합니다.",
	NameMatches:   "예금주 이름과 같습니다.",
	NameUnchecked: "지금은 예금주를 확인할 수 없어 보낼 수 없습니다.",
	NameClose: func(name string) string {
		return "비슷하지만 같지 않습니다. 예금주는 " + name + " 님입니다."
	},
	NameDiffers: func(name string) string { return "다른 이름입니다. 예금주는 " + name + " 님입니다." },
	DelayedNote: func(n int) string {
		return "지연이체 서비스: 본인 계좌와 지정계좌가 아니면 " + itoa(n) + "시간 뒤에 이체됩니다."
	},
	DesignatedNote: func(won string) string {
		return "지정하지 않은 계좌로는 하루 " + won + "원까지 보낼 수 있습니다."
	},
	HeldBack: func(n int) string {
		return "지연이체 서비스에 따라 " + itoa(n) + "시간 뒤에 이체됩니다. 30분 전까지 취소할 수 있습니다."
	},
	Fault: Message{"시스템에 문제가 생겼습니다.", "보내거나 바뀐 것은 없습니다. F5를 누르거나 다시 해 주세요."},

	LimitsTitle: "이체한도",
	Medium:      "보안매체", Each: "1회 한도", Day: "1일 한도", Used: "오늘 보낸 금액", Left: "오늘 남은 한도", Anew: "한도 초기화",
	MediumIs: func(medium string, grade int) string {
		return either(medium == "otp", "OTP", "보안카드") + ", 보안등급 " + itoa(grade) + "등급"
	},
	AnewIn: func(hours, minutes int) string {
		return "서울 시각 자정, " + itoa(hours) + "시간 " + itoa(minutes) + "분 뒤"
	},
	Percent:    func(n int) string { return itoa(n) + "% 사용" },
	LowerTitle: "한도 내리기",
	LowerNote:  "바로 적용됩니다. 올리려면 신분증을 가지고 우체국을 방문해 주세요. 비워 둔 한도는 그대로입니다.",
	LowerEach:  "새 1회 한도", LowerDay: "새 1일 한도", Lower: "한도 내리기",
	Lowered:      "이체한도를 내렸습니다.",
	NothingLower: Message{"바뀌는 것이 없습니다.", "지금 한도보다 적은 금액을 입력해 주세요."},

	LeaveText: "입력한 내용은 사라집니다. 이체되지 않았습니다.",

	RecipientsTitle: "받는 분",
	Kind:            "구분", Nickname: "별명", Last: "최근 이체일", NoRecipients: "받는 분이 아직 없습니다. n을 눌러 추가할 수 있습니다.",
	KindFavourite: "자주 쓰는", KindDesignated: "지정계좌", KindRecent: "최근",
	Choose: "여기로 보내기", Keep: "자주 쓰는 계좌 등록", RemoveKey: "삭제", Rename: "별명 바꾸기", New: "새로 등록",
	Designate: "계좌 지정", UndesignateKey: "지정 해제", CheckName: "예금주 조회",
	AddTitle: "자주 쓰는 계좌 새로 등록", KeepTitle: "자주 쓰는 계좌 등록", DesignateTitle: "입금계좌 지정",
	NicknameNote:  "한글 7자 또는 영문 14자까지 입력할 수 있습니다. 비워 두면 예금주 이름을 씁니다.",
	DesignateNote: "지정계좌에는 지연이체와 하루 한도가 적용되지 않습니다. 서비스를 쓰는 동안에는 우체국에서만 지정할 수 있습니다.",
	Remove:        "자주 쓰는 계좌에서 삭제할까요?", Undesignate: "입금계좌 지정을 해제할까요?",
	DesignatedGoes: "해제하면 이 계좌에도 보호 서비스가 적용됩니다. 서비스를 쓰는 동안에는 우체국에서만 다시 지정할 수 있습니다.",
	Kept:           "자주 쓰는 계좌로 등록했습니다.", Removed: "자주 쓰는 계좌에서 삭제했습니다.", Designated: "입금계좌로 지정했습니다.", Undesignated: "입금계좌 지정을 해제했습니다.",

	ProtectionsTitle: "보호 서비스",
	DelayIs: func(n int) string {
		return "지연이체 서비스: " + either(n == 0, "사용 안 함", itoa(n)+"시간")
	},
	DesignatedIs:    func(on bool) string { return "입금계좌지정 서비스: " + either(on, "사용", "사용 안 함") },
	AccountsAre:     func(n int) string { return "지정한 입금계좌: " + either(n == 0, "없음", itoa(n)+"개") },
	WaitingAre:      func(n int) string { return "대기 중인 이체: " + either(n == 0, "없음", itoa(n)+"건") },
	DelayAbout:      "이체가 3시간 이상 지난 뒤에 처리되고, 30분 전까지 취소할 수 있습니다. 본인 계좌와 지정계좌는 바로 이체됩니다.",
	DesignatedAbout: "지정하지 않은 계좌로는 하루 1,000,000원까지만 보낼 수 있습니다.",
	AccountsAbout:   "자주 쓰는 계좌와 그중 지정한 입금계좌입니다.",
	WaitingAbout:    "지연·예약·매월 이체를 보고 취소할 수 있습니다.",
	DelayTitle:      "지연이체 서비스", DesignatedTitle: "입금계좌지정 서비스",
	DelayLabel: "지연 시간", DesignatedLabel: "서비스", On: "사용", Off: "사용 안 함",
	OnlyBranch:     "다시 약하게 바꾸려면 신분증을 가지고 우체국을 방문해야 합니다.",
	Switch:         "서비스 신청",
	SwitchedOn:     "지금부터 보호 서비스가 적용됩니다.",
	NothingChanged: Message{"이미 그렇게 되어 있습니다.", "다른 것을 고르거나 Esc를 눌러 주세요."},

	WaitingTitle: "대기 중인 이체", NoneWaits: "대기 중인 이체가 없습니다.", TooLate: "취소할 수 없음",
	StopTitle: "이체를 취소할까요?", StopForGood: "취소하면 되살릴 수 없습니다. 보내려면 다시 신청해야 합니다.",
	StopAllMonths: "앞으로의 모든 달이 함께 취소되며 되살릴 수 없습니다.",
	StopYes:       "이체 취소", StopNo: "그대로 두기",
}
