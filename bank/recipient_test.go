package bank_test

import (
	"strings"
	"testing"

	"smartbank/bank"
	"smartbank/bank/banktest"
)

func TestInstitutions(t *testing.T) {
	t.Parallel()
	banks, err := banktest.Open(t).Institutions(t.Context())
	if err != nil || len(banks) != 35 {
		t.Fatalf("%d banks, %v", len(banks), err)
	}
	if banks[0].Code != bank.KoreaPost || banks[0].NameKO != "우체국" {
		t.Errorf("the first is %+v", banks[0])
	}
	for i := 2; i < len(banks); i++ {
		if banks[i].Code <= banks[i-1].Code {
			t.Errorf("%s stands after %s", banks[i].Code, banks[i-1].Code)
		}
	}
}

func TestCheckRecipient(t *testing.T) {
	t.Parallel()
	d := open(t, banktest.Kim)
	d.meddle(t, "UPDATE account SET status='frozen' WHERE number=$1", banktest.KimSavings)
	for _, row := range []struct {
		name   string
		at     bank.BankCode
		number string
		holder string
		want   bank.Code
	}{
		{"an account at another bank", banktest.ParkBank, banktest.ParkNumber, "박지훈", ""},
		{"an account of this bank", bank.KoreaPost, string(banktest.LeeMain), "이서연", ""},
		{"one's own other account", bank.KoreaPost, string(banktest.KimSpare), "김민수", ""},
		{"a bank that does not exist", "999", banktest.ParkNumber, "", bank.CodeUnknownBank},
		{"no bank", "", banktest.ParkNumber, "", bank.CodeUnknownBank},
		{"a number that another bank does not have", banktest.ParkBank, "99999999999999", "", bank.CodeNoRecipient},
		{"the number at the wrong bank", banktest.ClosedBank, banktest.ParkNumber, "", bank.CodeNoRecipient},
		{"a number that this bank does not have", bank.KoreaPost, "99999901999999", "", bank.CodeNoRecipient},
		{"an account of the bank itself", bank.KoreaPost, bank.OwnClearing, "", bank.CodeBadAccountNumber},
		{"a closed account at another bank", banktest.ClosedBank, banktest.ClosedNumber, "", bank.CodeRecipientClosed},
		{"a closed account of this bank", bank.KoreaPost, string(banktest.KimClosed), "", bank.CodeRecipientClosed},
		{"a frozen account of this bank", bank.KoreaPost, string(banktest.KimSavings), "", bank.CodeRecipientClosed},
		{"a time deposit", bank.KoreaPost, string(banktest.KimTime), "", bank.CodeNoRecipient},
		{"a dollar account", bank.KoreaPost, string(banktest.KimDollars), "", bank.CodeOtherCurrency},
		{"a bank that does not answer", banktest.SilentBank, banktest.SilentNumber, "", bank.CodeBankNotAnswering},
		{"nine digits", banktest.ParkBank, "123456789", "", bank.CodeBadAccountNumber},
		{"ten digits", banktest.ParkBank, "1234567890", "", bank.CodeNoRecipient},
		{"sixteen digits", banktest.ParkBank, "1234567890123456", "", bank.CodeNoRecipient},
		{"seventeen digits", banktest.ParkBank, "12345678901234567", "", bank.CodeBadAccountNumber},
		{"thirteen digits at this bank", bank.KoreaPost, "1002600100001", "", bank.CodeBadAccountNumber},
		{"dashes", bank.KoreaPost, banktest.LeeMain.String(), "", bank.CodeBadAccountNumber},
		{"digits of another script", banktest.ParkBank, "١٢٣٤٥٦٧٨٩٠", "", bank.CodeBadAccountNumber},
		{"nothing", banktest.ParkBank, "", "", bank.CodeBadAccountNumber},
	} {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			r, err := d.CheckRecipient(t.Context(), d.caller, row.at, row.number)
			if row.want != "" {
				if e := refusal(t, err, row.want); e.Account != row.number || e.Bank != row.at {
					t.Errorf("it says %+v", e)
				}
				return
			}
			if err != nil || r.NameKO != row.holder || r.NameEN == "" || r.Bank != row.at || r.Account != row.number ||
				!r.CheckedAt.Equal(banktest.Start) {
				t.Errorf("got %+v, %v", r, err)
			}
		})
	}
}

func TestGroupAccount(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		name, digits, want string
		at                 bank.BankCode
	}{
		{"this bank", "01234502678901", "012345-02-678901", "071"},
		{"this bank, the old length", "012345678901211", "012345678901211", "071"},
		{"Kookmin, twelve", "123456789012", "123-45-6789-012", "004"},
		{"Kookmin, fourteen", "12345678901234", "123456-78-901234", "004"},
		{"Woori", "1002123456789", "1002-123-456789", "020"},
		{"Shinhan", "110123456789", "110-123-456789", "088"},
		{"a length that the bank does not print", "1234567890", "1234567890", "004"},
		{"a bank without patterns", "123456789012", "123456789012", "092"},
		{"no digits", "", "", "071"},
	} {
		if got := bank.GroupAccount(row.at, row.digits); got != row.want {
			t.Errorf("%s: %q, want %q", row.name, got, row.want)
		}
		if got := strings.ReplaceAll(bank.GroupAccount(row.at, row.digits), "-", ""); got != row.digits {
			t.Errorf("%s: %q lost digits", row.name, got)
		}
	}
}
