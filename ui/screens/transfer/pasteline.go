package transfer

import (
	"regexp"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"
	"golang.org/x/text/unicode/norm"

	"smartbank/bank"
	"smartbank/bank/money"
	"smartbank/ui/component"
)

// pasted is what a line that somebody was sent says of a transfer.
type pasted struct {
	bank   bank.BankCode
	number string
	amount money.Amount // zero if the line says none
}

// What of a line is an amount, and what an account number: an amount has its word,
// or a sign before it; a number has at least ten digits.
var (
	signedAmount  = regexp.MustCompile(`(?i)(?:[₩￦]|\bkrw)\s*([0-9][0-9,]*)`)
	namedAmount   = regexp.MustCompile(`(?i)([0-9][0-9,]*)\s*(?:원|won\b|krw\b)`)
	accountInLine = regexp.MustCompile(`[0-9][0-9 -]{8,}[0-9]`)
)

// readLine reads a line such as "우체국 012345-02-678901 50,000원": a bank by its
// name, Korean or English, or its code; an account number; and an amount, if there is one. ok is false if it is not such a line.
func readLine(line string, banks []bank.Institution) (p pasted, ok bool) {
	line = norm.NFC.String(strings.Join(strings.Fields(line), " "))
	found := signedAmount.FindStringSubmatch(line)
	if found == nil {
		found = namedAmount.FindStringSubmatch(line)
	}
	if found != nil {
		digits := strings.ReplaceAll(found[1], ",", "")
		n, err := strconv.ParseInt(digits, 10, 64)
		if err != nil {
			return pasted{}, false
		}
		p.amount = money.New(n, money.KRW)
		line = strings.Replace(line, found[0], " ", 1)
	}
	for _, i := range banks {
		if rest, ok := strings.CutPrefix(strings.TrimSpace(line), string(i.Code)+" "); ok {
			p.bank, line = i.Code, rest
		}
	}
	number := accountInLine.FindString(line)
	p.number = strings.NewReplacer(" ", "", "-", "").Replace(number)
	if len(p.number) < 10 || len(p.number) > 16 {
		return pasted{}, false
	}
	if p.bank == "" {
		p.bank = namedBank(strings.ToLower(strings.Replace(line, number, " ", 1)), banks)
	}
	return p, p.bank != ""
}

// namedBank is the bank that a text names, by the longest of the names that are in
// it: in full, or without the word for a bank.
func namedBank(text string, banks []bank.Institution) (code bank.BankCode) {
	longest := 0
	for _, i := range banks {
		ko, en := strings.ToLower(i.NameKO), strings.ToLower(i.NameEN)
		latin := strings.TrimLeft(ko, "abcdefghijklmnopqrstuvwxyz") // 국민은행 is what people call KB국민은행
		for _, name := range []string{
			ko, latin, strings.TrimSuffix(ko, "은행"), strings.TrimSuffix(latin, "은행"), en, strings.TrimSuffix(en, " bank"),
		} {
			if len(name) > longest && len([]rune(name)) >= 2 && strings.Contains(text, name) {
				longest, code = len(name), i.Code
			}
		}
	}
	return code
}

// fillIn fills the form with a line that was pasted, whatever field has the focus.
// It reports whether it was such a line.
func (s *realtime) fillIn(line string) bool {
	p, ok := readLine(line, s.facts.banks)
	if !ok || !s.fillPayee(p.bank, p.number) {
		return false
	}
	if p.amount.Minor() > 0 {
		s.in.amount.Set(p.amount)
	}
	return true
}

// fillOrder fills the form with an order: one that is repeated, or a recipient that
// was chosen.
func (s *realtime) fillOrder(o bank.TransferOrder) {
	if !s.fillPayee(o.Bank, o.To) {
		return
	}
	if o.Amount.Minor() > 0 {
		s.in.amount.Set(o.Amount)
	}
	if o.OwnMemo != bank.CutCells(component.Clean(o.Recipient), bank.MemoCells) { // else the bank writes it by itself
		s.in.mine.Set(o.OwnMemo)
	}
	if o.RecipientMemo != bank.CutCells(s.senderName(), bank.MemoCells) {
		s.in.theirs.Set(o.RecipientMemo)
	}
	s.follow()
}

// fillPayee puts an account into the form, and reports whether it could.
func (s *realtime) fillPayee(at bank.BankCode, number string) bool {
	if number == "" || !s.in.bank.Select(string(at)) {
		return false
	}
	s.in.account.SetBank(at)
	s.in.account.Set(number)
	s.follow()
	return true
}

// repeat fills the form with the order it began with, if any, and asks whose the
// account is.
func (s *realtime) repeat() tea.Cmd {
	s.fillOrder(s.want)
	s.began = s.typed()
	if s.check.payee.number == "" || s.stage != filling {
		return nil
	}
	s.form.Focus(fieldPIN)
	return s.checkName(false, false)
}
