package text

// Arrange is the words of the page where customers put their accounts in order.
type Arrange struct {
	Title, About   string
	Name, Number   string // columns
	Begins         string // beside the account that screens begin with
	NewName        func(account string) string
	NameHint       string // of an empty name
	Saved          string
	CannotBegin    Message
	Question       string // before leaving
	Rename         string
	Reading, Empty string
}

var arrangeEN = Arrange{
	Title: "Accounts: order and names",
	About: "Every list of your accounts follows this order. Screens that ask for an account begin with the marked one.",
	Name:  "Name", Number: "Account", Begins: "begins",
	NewName:  func(account string) string { return "New name of " + account },
	NameHint: "empty: the product's name",
	Saved:    "Your accounts are arranged.",
	CannotBegin: Message{
		"No money can be sent from this account, so screens cannot begin with it.", "Choose a demand account in won that is open.",
	},
	Question: "Save the new arrangement of your accounts?",
	Rename:   "rename",
	Reading:  "Reading your accounts…", Empty: "You have no accounts.",
}

var arrangeKO = Arrange{
	Title: "계좌 순서와 별명",
	About: "모든 계좌 목록이 이 순서를 따릅니다. 계좌를 고르는 화면은 표시된 계좌로 시작합니다.",
	Name:  "이름", Number: "계좌번호", Begins: "기본",
	NewName:  func(account string) string { return account + "의 새 별명" },
	NameHint: "비우면 상품 이름",
	Saved:    "계좌 순서와 별명을 저장했습니다.",
	CannotBegin: Message{
		"출금할 수 없는 계좌는 기본 계좌로 정할 수 없습니다.", "사용 중인 원화 입출금 계좌를 골라 주세요.",
	},
	Question: "바꾼 계좌 순서와 별명을 저장할까요?",
	Rename:   "별명",
	Reading:  "계좌를 읽는 중…", Empty: "계좌가 없습니다.",
}
