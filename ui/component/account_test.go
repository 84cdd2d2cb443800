package component_test

import (
	"testing"

	"smartbank/bank"
	"smartbank/ui/component"
	"smartbank/ui/text"
	"smartbank/ui/theme"
)

func TestAccountNumberIsMaskedByTheTheme(t *testing.T) {
	t.Parallel()
	const number bank.AccountNumber = "01234502678901"
	for _, row := range []struct {
		name     string
		glyphs   theme.Glyphs
		revealed bool
		want     string
	}{
		{"with dots", theme.Unicode, false, "012345-02-•••901"},
		{"with stars where there are no dots", theme.ASCII, false, "012345-02-***901"},
		{"in full once it was revealed", theme.ASCII, true, "012345-02-678901"},
	} {
		if got := component.AccountNumber(look(text.English, theme.Mono, row.glyphs), number, row.revealed); got != row.want {
			t.Errorf("%s: %q, want %q", row.name, got, row.want)
		}
	}
}

func TestAccountNameIsTheCustomersOwn(t *testing.T) {
	t.Parallel()
	product := bank.Product{NameEN: "Free savings", NameKO: "자유저축"}
	for _, row := range []struct{ name, nickname, english, korean string }{
		{"a nickname is one in both languages", "생활비", "생활비", "생활비"},
		{"without one it is the product", "", "Free savings", "자유저축"},
		{"what cannot be seen is no nickname", "\u200b\u3164", "Free savings", "자유저축"},
		{"escape sequences are no part of it", "\x1b[31mBills", "Bills", "Bills"},
	} {
		a := bank.Account{Nickname: row.nickname, Product: product}
		if en, ko := component.AccountName(english().Text, a), component.AccountName(korean().Text, a); en != row.english || ko != row.korean {
			t.Errorf("%s: %q and %q, want %q and %q", row.name, en, ko, row.english, row.korean)
		}
	}
}

func TestBankNameHasItsCode(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		name            string
		bank            bank.Institution
		english, korean string
	}{
		{"a bank", bank.Institution{Code: "004", NameEN: "KB Kookmin Bank", NameKO: "국민은행"}, "004 KB Kookmin Bank", "004 국민은행"},
		{"a bank without a name", bank.Institution{Code: "999"}, "999", "999"},
		{"no bank", bank.Institution{}, "", ""},
	} {
		if en, ko := component.BankName(english().Text, row.bank), component.BankName(korean().Text, row.bank); en != row.english || ko != row.korean {
			t.Errorf("%s: %q and %q, want %q and %q", row.name, en, ko, row.english, row.korean)
		}
	}
}
