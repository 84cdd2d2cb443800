package text

import "smartbank/bank"

// TransferLater holds the words for warnings, for transfers that wait, and for those
// of which nothing is known yet.
type TransferLater struct {
	WarnDuplicate func(at string) string
	WarnFirstTime string
	WarnName      func(name string) string
	WarnNameClose func(name string) string
	SendAnyway    string // what Enter does under a warning

	When                            string // the label, and what F6 changes
	Now                             string
	Hours                           func(n int) string
	On                              func(day string) string
	Monthly                         func(day string, of int) string
	Kinds                           map[string]string // of times, by what the form calls them
	HoursLong                       func(n int) string
	Short                           func(hours int, monthly bool, day int) string // in a list
	Delay                           string
	Day                             string
	DelayNote, DayNote, MonthlyNote string
	Due                             string // when it is carried out
	AnswerDue                       string // when the other bank's answer is expected
	Until                           string // how long it can be cancelled

	Ordered, OrderedTitle   string
	Checking, CheckingTitle string
	CheckingAdvice          Message
	Returned                string
	Cancelled               string
	CancelIt                string // what the key does
	CancelledNow            string
	NotCancelled            string // above why
	Status                  func(bank.TransferStatus) string
}

var transferLaterEN = TransferLater{
	WarnDuplicate: func(at string) string {
		return "The same amount was sent to this account at " + at + " today. Send it once more?"
	},
	WarnFirstTime: "You never sent anything to this account before, and this is 1,000,000 won or more. Call the recipient on a number that you know before you send it.",
	WarnName:      func(name string) string { return "The account is not of " + name + ", the name that you typed." },
	WarnNameClose: func(name string) string {
		return "You typed " + name + ", and the account is of a name that is close to it. Make sure that it is the same person."
	},
	SendAnyway: "I have read this; go on",

	When: "When", Now: "now", Hours: func(n int) string { return "in " + itoa(n) + " hours" },
	Kinds:     map[string]string{"now": "now", "delayed": "some hours later", "day": "on a day", "monthly": "every month"},
	HoursLong: func(n int) string { return itoa(n) + " hours" },
	Short: func(hours int, monthly bool, day int) string {
		switch {
		case hours != 0:
			return itoa(hours) + " hours later"
		case monthly:
			return "monthly, day " + itoa(day)
		}
		return "once"
	},
	Delay: "Delay", Day: "Day",
	DelayNote:   "It can be cancelled until 30 minutes before.",
	DayNote:     "At 09:00; tomorrow to a year from today. It can be cancelled until 08:30.",
	MonthlyNote: "On that day of every month at 09:00, or on the next business day; on the last day of shorter months. It goes on until you cancel it.",
	On:          func(day string) string { return "on " + day + ", 09:00" },
	Monthly:     func(day string, of int) string { return "every month on day " + itoa(of) + ", from " + day },
	Due:         "Carried out", AnswerDue: "Answer expected", Until: "Can be cancelled until",

	Ordered: "Waiting for its time", OrderedTitle: "The transfer is ordered",
	Checking: "Checking", CheckingTitle: "The money left, and nobody knows yet whether it arrived",
	CheckingAdvice: Message{"The receiving bank has not answered.", "Do not send it again. Search transfer result shows what becomes of it: it arrives, or it comes back to your account."},
	Returned:       "Came back", Cancelled: "Cancelled", CancelIt: "cancel it", CancelledNow: "The transfer is cancelled. Nothing will be sent.", NotCancelled: "Not cancelled",
	Status: named(map[bank.TransferStatus]string{
		bank.Completed: "Completed", bank.Rejected: "Error", bank.Checking: "Checking", bank.Scheduled: "Waiting", bank.Cancelled: "Cancelled",
	}),
}

var transferLaterKO = TransferLater{
	WarnDuplicate: func(at string) string {
		return "오늘 " + at + "에 같은 계좌로 같은 금액을 보냈습니다. 한 번 더 보내시겠습니까?"
	},
	WarnFirstTime: "처음 보내는 계좌이고 100만원 이상입니다. 보내기 전에 알고 있는 번호로 받는 분에게 전화해 확인하세요.",
	WarnName:      func(name string) string { return "입력하신 " + name + " 님의 계좌가 아닙니다." },
	WarnNameClose: func(name string) string {
		return "입력하신 이름(" + name + ")과 예금주 이름이 비슷하지만 같지는 않습니다. 같은 분인지 확인하세요."
	},
	SendAnyway: "확인했습니다. 계속",

	When: "이체 시기", Now: "지금", Hours: func(n int) string { return itoa(n) + "시간 뒤" },
	Kinds:     map[string]string{"now": "지금", "delayed": "몇 시간 뒤", "day": "날짜 지정", "monthly": "매월"},
	HoursLong: func(n int) string { return itoa(n) + "시간" },
	Short: func(hours int, monthly bool, day int) string {
		switch {
		case hours != 0:
			return itoa(hours) + "시간 지연"
		case monthly:
			return "매월 " + itoa(day) + "일"
		}
		return "한 번"
	},
	Delay: "지연 시간", Day: "이체일",
	DelayNote:   "30분 전까지 취소할 수 있습니다.",
	DayNote:     "09:00에 이체됩니다. 내일부터 1년 안에서 고를 수 있고, 08:30까지 취소할 수 있습니다.",
	MonthlyNote: "매월 그날 09:00에 이체됩니다. 휴일이면 다음 영업일에, 그날이 없는 달은 말일에 처리되며 취소할 때까지 이어집니다.",
	On:          func(day string) string { return day + " 09:00" },
	Monthly:     func(day string, of int) string { return day + "부터 매월 " + itoa(of) + "일" },
	Due:         "처리 예정", AnswerDue: "응답 예정", Until: "취소 가능",

	Ordered: "처리 대기", OrderedTitle: "이체를 예약했습니다",
	Checking: "처리 확인 중", CheckingTitle: "출금되었으나 입금 여부를 아직 모릅니다",
	CheckingAdvice: Message{"받는 은행이 아직 응답하지 않았습니다.", "다시 보내지 마세요. 입금되거나 출금계좌로 되돌아오며, 이체 결과 조회에서 볼 수 있습니다."},
	Returned:       "되돌아옴", Cancelled: "취소", CancelIt: "이체 취소", CancelledNow: "이체를 취소했습니다. 돈은 나가지 않습니다.", NotCancelled: "취소하지 못했습니다",
	Status: named(map[bank.TransferStatus]string{
		bank.Completed: "정상", bank.Rejected: "오류", bank.Checking: "확인 중", bank.Scheduled: "대기", bank.Cancelled: "취소",
	}),
}
