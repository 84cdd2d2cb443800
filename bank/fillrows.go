package bank

import "cmp"

// table is the rows of one table, in the order of its key.
type table struct {
	name, columns string
	rows          func(add func(values ...any))
}

// fixed is what every bank has, and what it is.
func (f *filling) fixed() []table {
	return []table{
		{"setting", "name, value", func(add func(...any)) {
			for _, s := range f.settings {
				add(s[0], []byte(s[1]))
			}
		}},
		{"currency", "code, exponent", func(add func(...any)) {
			for _, c := range allCurrencies() {
				add(string(c), c.Digits())
			}
		}},
		{"institution", "code, name_en, name_ko", func(add func(...any)) {
			for _, i := range institutions {
				add(string(i.Code), i.NameEN, i.NameKO)
			}
		}},
		{"product", "code, kind, name_en, name_ko", func(add func(...any)) {
			for _, p := range products {
				add(p.Code, string(p.Kind), p.NameEN, p.NameKO)
			}
		}},
		{"transition", "from_state, to_state", func(add func(...any)) {
			for _, t := range transitions {
				add(t[0], t[1])
			}
		}},
	}
}

// people are the customers, everybody's accounts, and accounts elsewhere.
func (f *filling) people() []table {
	return []table{
		{"customer", "id, login, name_en, name_ko, password, medium, medium_key, limit_each, limit_day, joined_at", func(add func(...any)) {
			for i := range f.customers {
				c := &f.customers[i]
				add(c.id, c.Login, c.NameEN, c.NameKO, c.hash, string(c.Medium), c.MediumKey,
					c.LimitEach.Minor(), c.LimitDay.Minor(), c.JoinedAt.UnixMicro())
			}
		}},
		{"account", "id, number, currency, kind, customer_id, product, status, position, nickname, pin_mac, opened_at, floor, " +
			"posted, last_seq, last_leg, last_at", func(add func(...any)) {
			for _, a := range f.accounts {
				kind, owner, product, floor := a.ownership()
				add(a.id, a.number, string(a.Currency), kind, owner, product, string(a.Status), a.position, a.Nickname, a.pinMAC,
					a.OpenedAt.UnixMicro(), floor, a.posted, len(a.postings), a.lastLeg, a.lastAt())
			}
		}},
		{"counterparty", "institution, number, name_en, name_ko, status", func(add func(...any)) {
			for _, c := range f.opening.Counterparties {
				add(string(c.Bank), c.Number, c.NameEN, c.NameKO, cmp.Or(c.Status, "open"))
			}
		}},
	}
}

// bookings are the entries and their legs, one each.
func (f *filling) bookings() []table {
	return []table{
		{"entry", "id, key, request_hash, kind, at, business_day", func(add func(...any)) {
			for i := range f.entries {
				e := &f.entries[i]
				add(i+1, e.Key, e.requestHash(), e.Kind, e.At.UnixMicro(), e.day)
			}
		}},
		{"leg", "id, entry_id, debit_id, credit_id, currency, amount, debit_memo, credit_memo", func(add func(...any)) {
			for i := range f.entries {
				e := &f.entries[i]
				add(i+1, i+1, e.debit.id, e.credit.id, string(e.Amount.Currency()), e.Amount.Minor(), e.DebitMemo, e.CreditMemo)
			}
		}},
	}
}

func (f *filling) postings() []table {
	return []table{
		{"posting", "account_id, seq, leg_id, amount, balance, at, memo", func(add func(...any)) {
			for _, a := range f.accounts {
				for i, p := range a.postings {
					add(a.id, i+1, p.leg, p.amount, p.balance, p.at, p.memo)
				}
			}
		}},
		{"account_day", "account_id, day, first_seq, last_seq, in_total, in_count, out_total, out_count", func(add func(...any)) {
			for _, a := range f.accounts {
				for _, d := range a.days {
					add(a.id, d.day, d.first, d.last, d.in, d.inCount, d.out, d.outCount)
				}
			}
		}},
	}
}

func (f *filling) transfers() []table {
	return []table{
		{"event", "entry_id, n, prev_n, from_state, to_state, at", func(add func(...any)) {
			for i := range f.entries {
				if e := &f.entries[i]; e.Transfer != nil {
					add(i+1, 1, nil, "", "submitted", e.At.UnixMicro())
					add(i+1, 2, 1, "submitted", "completed", e.At.UnixMicro())
				}
			}
		}},
		{"transfer", "entry_id, customer_id, from_id, institution, number, recipient, amount, fee, " +
			"own_memo, recipient_memo, medium, requested_at", func(add func(...any)) {
			for i := range f.entries {
				if e := &f.entries[i]; e.Transfer != nil {
					add(i+1, e.debit.owner.id, e.debit.id, string(e.Transfer.Bank), e.Transfer.To, e.Transfer.Recipient,
						e.Amount.Minor(), 0, e.DebitMemo, e.CreditMemo, string(e.debit.owner.Medium), e.At.UnixMicro())
				}
			}
		}},
		{"customer_day", "customer_id, day, out_total, out_limit, last_entry", func(add func(...any)) {
			for _, s := range f.sent {
				add(s.customer.id, s.day, s.total, s.customer.LimitDay.Minor(), s.last)
			}
		}},
	}
}

func (f *filling) certificates() []table {
	return []table{
		{"act", "id, at, done_at, customer_id, kind, subject, text, body", func(add func(...any)) {
			for _, row := range f.acts {
				add(row...)
			}
		}},
		{"certificate", "customer_id, issuer, serial, sha256, registered_at", func(add func(...any)) {
			for i := range f.customers {
				for _, s := range f.customers[i].Certificates {
					add(f.customers[i].id, s.Issuer, s.Serial, s.SHA256, f.customers[i].registered())
				}
			}
		}},
	}
}
