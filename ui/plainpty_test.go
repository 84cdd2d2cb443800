//go:build unix

package ui_test

import (
	"regexp"
	"strings"
	"testing"

	"smartbank/bank/demo"
)

// answered waits until a prompt stands at the end of what was said, and answers it.
func (s *terminal) answered(prompt, line string) {
	s.t.Helper()
	s.until("the prompt "+prompt, func(string) bool { return strings.HasSuffix(s.sent(), prompt+" ") })
	s.types(line + "\n")
	s.until("the end of the line", func(string) bool { return !strings.HasSuffix(s.sent(), prompt+" ") })
}

// asksCells is how the cells of a security card are asked for.
var asksCells = regexp.MustCompile(`first two digits of cell (\d\d), last two of cell (\d\d)`)

// TestATransferIsMadeInAConversation starts the built program on a dumb terminal, and sends money: the certificate for its signature is
// issued on the way.
func TestATransferIsMadeInAConversation(t *testing.T) {
	t.Parallel()
	_, card, _ := run(t.TempDir(), "", map[string]string{"SMARTBANK_DATA": start(t, nil, "version").Data}, "card")
	s := start(t, []string{"TERM=dumb"}, "--keyring", "memory")
	factor := func() string {
		asked := asksCells.FindAllStringSubmatch(s.sent(), -1)
		last := asked[len(asked)-1]
		cell := func(number string) string {
			return regexp.MustCompile(`\b` + number + ` (\d{4})`).FindStringSubmatch(card)[1]
		}
		return cell(last[1])[:2] + cell(last[2])[2:]
	}
	const secret, from, command = "maple-9-Stone", "From, now Everyday 012345-02-***901:", "Command:"
	for _, turn := range [][2]string{
		{"Number or command:", "99"},
		{"User ID:", "demo01"},
		{"Password:", demo.Password},
		{"Number or command:", "21"},
		{from, ""},
		{"Account password, 4 digits:", demo.PIN},
		{"Receiving bank, now 071 Korea Post:", "shinhan"},
		{"Receiving account, digits:", "110-234-567890"},
		{"Amount, won:", "50000"},
		{"Shown to recipient, if empty 홍길동:", ""},
		{"Shown to you, if empty 김하늘:", ""},
		{command, ""}, // the review
		{command, ""}, // there is no certificate: have one issued
		{command, ""}, // agree to that
		{"User ID:", "demo01"},
		{"Identity number, 13 digits:", "9003151234567"},
		{from, ""},
		{"Account password, 4 digits:", demo.PIN},
		{"Security card, 4 digits:", "factor"},
		{"Number or command:", "1"},
		{"New password:", secret},
		{"The same again:", secret},
		{command, ""}, // it was issued
		{"Security card, 4 digits:", "factor"},
		{"Certificate password:", secret},
	} {
		if turn[1] == "factor" {
			s.until("the cells", func(string) bool { return strings.HasSuffix(s.sent(), turn[0]+" ") })
			turn[1] = factor()
		}
		s.answered(turn[0], turn[1])
	}
	s.answered(command, "q")
	s.answered("Number:", "1")
	if exit := s.exit(); exit != 0 {
		t.Errorf("exit %d", exit)
	}
	s.restored()
	for _, said := range []string{"Recipient: Kim Haneul (김하늘)\r\n", "The money was sent\r\n", "Amount: 50,000 won, 5만 원\r\n"} {
		if !strings.Contains(s.sent(), said) {
			t.Errorf("%q was not said:\n%s", said, s.sent())
		}
	}
	for _, unsaid := range []string{"\x1b", secret, "digits: 9003", demo.Password + "\r"} {
		if strings.Contains(strings.ReplaceAll(s.sent(), "Password, "+demo.Password, ""), unsaid) {
			t.Errorf("%q was written:\n%s", unsaid, s.sent())
		}
	}
}

// TestAConversationIsHeldWithWhoAsksForIt starts the program for who wants no drawn screen, and leaves it.
func TestAConversationIsHeldWithWhoAsksForIt(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		name    string
		environ []string
		args    []string
		bye     string
	}{
		{"a screen reader's user", []string{"ACCESSIBLE=1", "SMARTBANK_LANG=ko"}, nil, "\x04"},
		{"who asks by a flag", nil, []string{"--plain"}, "q\n"},
		{"a terminal without a name", []string{"TERM="}, nil, "\x03"},
		{"the PC's program", []string{"SMARTBANK_PLAIN=true"}, []string{"pc"}, "\x04"},
	} {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			s := start(t, row.environ, row.args...)
			s.until("a prompt", func(string) bool { return strings.HasSuffix(s.sent(), ": ") })
			s.types(row.bye)
			if exit := s.exit(); exit != 0 {
				t.Errorf("exit %d", exit)
			}
			s.restored()
			if strings.Contains(s.sent(), "\x1b") {
				t.Errorf("escape codes were written: %q", s.sent())
			}
		})
	}
	s := start(t, []string{"TERM=dumb"}, "--plain=false")
	if exit := s.exit(); exit != 2 {
		t.Errorf("a dumb terminal that is not to be talked on is exit %d, want 2", exit)
	}
	s.shows("smartbank: this needs a terminal")
}
