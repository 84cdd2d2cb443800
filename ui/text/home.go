package text

// Home holds the words of All Menus and of Go to….
type Home struct {
	Typed                         func(digits string) string // a digit waits for its second
	NoEntry                       func(digits string) string
	NotLoggedIn                   string
	GoToTitle, GoToHint, GoToNone string
}

var homeEN = Home{
	Typed:       func(d string) string { return "Entry " + d + "_" },
	NoEntry:     func(d string) string { return "No entry has the number " + d + "." },
	NotLoggedIn: "You are not logged in. 99 or any entry with your own data asks for it.",
	GoToTitle:   "Go to…", GoToHint: "Type a part of the name, Enter opens the first.", GoToNone: "No entry has this name.",
}

var homeKO = Home{
	Typed:       func(d string) string { return d + "_ 번 메뉴" },
	NoEntry:     func(d string) string { return d + "번 메뉴는 없습니다." },
	NotLoggedIn: "로그인 전입니다. 99번을 누르거나 내 정보가 필요한 메뉴를 열면 로그인합니다.",
	GoToTitle:   "바로가기…", GoToHint: "이름의 일부를 입력하고 Enter를 누르면 첫 메뉴가 열립니다.", GoToNone: "그런 이름의 메뉴가 없습니다.",
}
