package text

// Keys are the words beside keys in the key line and in help.
type Keys struct {
	Move, Open, Back, Next, Previous, Choose, Confirm, GoTo, Find      string
	Help, Language, Refresh, AllMenus, Reveal, Hide, Copy, Receipt     string
	Quit, Period, Flow, Order, Account, Detail, More, Scroll, History  string
	Send, Again, Export, Close, Jump, First, Last, Stay, Page, Delete  string
	Yes, No, Certificates, Turn, When, CancelOrder, Save               string
	Day, Favourite, Values, Repeat, Country, Currency, Amend, Withdraw string
	Earlier, Later, Begin                                              string
	Recipients, Limits, Protections, Login, Method                     string
}

var keysEN = Keys{
	Move: "move", Open: "open", Back: "back", Next: "next", Previous: "previous", Choose: "choose", Confirm: "confirm", GoTo: "go to", Find: "find",
	Help: "help", Language: "한국어", Refresh: "again", AllMenus: "All Menus", Reveal: "reveal", Hide: "mask", Copy: "copy", Receipt: "receipt",
	Quit: "quit", Period: "period", Flow: "type", Order: "order", Account: "account", Detail: "detail", More: "more", Scroll: "scroll", History: "history",
	Send: "send", Again: "send another", Export: "export", Close: "close", Jump: "jump", First: "first", Last: "last", Stay: "stay signed in", Page: "page", Delete: "delete",
	Yes: "yes", No: "no", Certificates: "certificates", Save: "save", Turn: "turn round", When: "when", CancelOrder: "cancel the transfer",
	Day: "day", Favourite: "favourite", Values: "values",
	Repeat: "repeat", Country: "country", Currency: "currency", Amend: "ask to amend", Withdraw: "ask to cancel",
	Earlier: "up", Later: "down", Begin: "begin with",
	Recipients: "recipients", Limits: "limits", Protections: "protections", Login: "log in", Method: "log in with",
}

var keysKO = Keys{
	Move: "이동", Open: "열기", Back: "뒤로", Next: "다음", Previous: "이전", Choose: "선택", Confirm: "확인", GoTo: "바로가기", Find: "찾기",
	Help: "도움말", Language: "English", Refresh: "다시", AllMenus: "전체메뉴", Reveal: "번호 보기", Hide: "가리기", Copy: "복사", Receipt: "영수증",
	Quit: "끝내기", Period: "기간", Flow: "구분", Order: "순서", Account: "계좌", Detail: "상세", More: "더 보기", Scroll: "넘기기", History: "거래내역",
	Send: "이체", Again: "추가 이체", Export: "내보내기", Close: "닫기", Jump: "번호로 열기", First: "처음", Last: "끝", Stay: "로그인 유지", Page: "쪽 넘기기", Delete: "지우기",
	Yes: "예", No: "아니요", Certificates: "인증서", Save: "저장", Turn: "방향 바꾸기", When: "이체 시기", CancelOrder: "이체 취소",
	Day: "날짜", Favourite: "관심통화", Values: "표",
	Repeat: "다시 보내기", Country: "국가", Currency: "통화", Amend: "변경 요청", Withdraw: "취소 요청",
	Earlier: "위로", Later: "아래로", Begin: "기본 계좌로",
	Recipients: "받는 분 찾기", Limits: "이체한도", Protections: "보호 서비스", Login: "로그인", Method: "로그인 방법",
}
