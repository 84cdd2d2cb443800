package iso_test

import (
	"strings"
	"time"

	"pgregory.net/rapid"

	"smartbank/bank/calendar"
	"smartbank/bank/iso"
	"smartbank/bank/money"
)

// words draws a text of set x with single spaces, of at most most characters.
func words(most int) *rapid.Generator[string] {
	return rapid.Custom(func(t *rapid.T) string {
		word := rapid.StringOfN(rapid.RuneFrom([]rune("abcXYZ019/-?:().,'+")), 1, most, most)
		s := strings.Join(rapid.SliceOfN(word, 1, 8).Draw(t, "words"), " ")
		s = strings.Trim(s[:min(len(s), most)], " ")
		return "A" + s[min(1, len(s)):]
	})
}

// code draws a reference without slashes.
func code(most int) *rapid.Generator[string] {
	return rapid.StringOfN(rapid.RuneFrom([]rune("ABCXYZ019")), 1, most, most)
}

func bics() *rapid.Generator[iso.BIC] {
	return rapid.SampledFrom([]iso.BIC{"SHBKKRSE", "CHASUS33", "DEUTDEFF500", "BOFAUS3N", "BARCGB22", "KASITHBK", "AGBMMNUB", "BNPAFRPPIBM"})
}

func amounts(c money.Currency) *rapid.Generator[money.Amount] {
	return rapid.Map(rapid.Int64Range(1, 999_999_999), func(n int64) money.Amount { return money.New(n, c) })
}

func parties(debtor bool) *rapid.Generator[iso.Party] {
	return rapid.Custom(func(t *rapid.T) iso.Party {
		p := iso.Party{Account: rapid.SampledFrom([]string{"01234502678901", "DE89370400440532013000", "GB29NWBK60161331926819", "A/B-1"}).Draw(t, "account")}
		if !debtor && rapid.Bool().Draw(t, "no account") {
			p.Account = ""
		}
		if rapid.Bool().Draw(t, "phone") {
			p.Phone = "+82-10" + rapid.StringOfN(rapid.RuneFrom([]rune("0123456789-()")), 1, 20, 20).Draw(t, "number")
		}
		switch rapid.IntRange(0, 3).Draw(t, "kind") {
		case 0:
			p.BIC = bics().Draw(t, "bic")
		case 1:
			p.Name = words(35).Draw(t, "name")
			p.Address = lines(t, 3, 35)
		default:
			p.Name = words(66).Draw(t, "name")
			p.Address = lines(t, 2, 33)
			p.Town = words(30).Draw(t, "town")
			p.Country = rapid.SampledFrom(iso.Countries()).Draw(t, "country")
		}
		return p
	})
}

// lines draws an address; none is nil.
func lines(t *rapid.T, most, width int) []string {
	all := rapid.SliceOfN(words(width), 0, most).Draw(t, "address")
	if len(all) == 0 {
		return nil
	}
	return all
}

func agents() *rapid.Generator[iso.Agent] {
	return rapid.Custom(func(t *rapid.T) iso.Agent {
		var a iso.Agent
		if rapid.Bool().Draw(t, "clearing") {
			a.Clearing = rapid.SampledFrom([]iso.Clearing{
				{System: "USABA", Member: "021000021"},
				{System: "GBDSC", Member: "200000"},
				{System: "AUBSB", Member: "062000"},
				{System: "CACPA", Member: "000305839"},
				{System: "JPZGN", Member: "0001001"},
				{System: "INFSC", Member: "SBIN0000001"},
			}).Draw(t, "member")
		}
		if rapid.Bool().Draw(t, "has bic") {
			a.BIC = bics().Draw(t, "bic")
			return a
		}
		a.Name, a.Address = words(35).Draw(t, "name"), lines(t, 2, 35)
		a.Town, a.Country = words(32).Draw(t, "town"), rapid.SampledFrom(iso.Countries()).Draw(t, "country")
		return a
	})
}

// transfers draws transfers that can be sent, as they are read back.
func transfers() *rapid.Generator[iso.CreditTransfer] {
	return rapid.Custom(func(t *rapid.T) iso.CreditTransfer {
		c := iso.CreditTransfer{
			Reference: code(16).Draw(t, "reference"), UETR: iso.NewUETR([16]byte(rapid.SliceOfN(rapid.Byte(), 16, 16).Draw(t, "chance"))),
			Sender: "SHBKKRSE", Receiver: bics().Draw(t, "receiver"),
			ValueDate: calendar.DateOf(time.Unix(rapid.Int64Range(1_000_000_000, 3_400_000_000).Draw(t, "day"), 0)),
			Charges:   rapid.SampledFrom([]iso.Bearer{iso.OUR, iso.SHA, iso.BEN}).Draw(t, "charges"),
			Debtor:    parties(true).Draw(t, "debtor"), Creditor: parties(false).Draw(t, "creditor"),
			DebtorAgent: agents().Draw(t, "debtor's bank"), CreditorAgent: agents().Draw(t, "creditor's bank"),
		}
		settled := rapid.SampledFrom([]money.Currency{"USD", "JPY", "EUR", "KWD", "CHF"}).Draw(t, "currency")
		ordered := rapid.SampledFrom([]money.Currency{"KRW", settled}).Draw(t, "ordered")
		c.Settled, c.Instructed = amounts(settled).Draw(t, "settled"), amounts(ordered).Draw(t, "instructed")
		if ordered != settled {
			c.Rate = rapid.SampledFrom([]string{"1353.2", "0.0007", "1", "0.1234567891"}).Draw(t, "rate")
		}
		switch c.Charges {
		case iso.OUR:
			if rapid.Bool().Draw(t, "paid") {
				c.ChargesPaid = amounts(settled).Draw(t, "charges paid")
			}
		case iso.BEN, iso.SHA:
			c.ChargesTaken = rapid.SliceOfN(rapid.OneOf(amounts(ordered), rapid.Just(money.New(0, ordered))), 1, 3).Draw(t, "taken")
		}
		if rapid.Bool().Draw(t, "intermediary") {
			c.Intermediary = agents().Draw(t, "intermediary bank")
		}
		if rapid.Bool().Draw(t, "purpose") {
			c.Purpose = rapid.SampledFrom([]string{"GIFT", "FAMI", "EDUC"}).Draw(t, "code")
		}
		if rapid.Bool().Draw(t, "end to end") {
			c.EndToEnd = code(30).Draw(t, "customer's reference")
		}
		if rapid.Bool().Draw(t, "remittance") {
			c.Remittance = words(100).Draw(t, "text")
		}
		return c.Normal()
	}).Filter(func(c iso.CreditTransfer) bool { return c.Check() == nil })
}
