package transfer

import (
	"context"
	"errors"

	tea "charm.land/bubbletea/v2"

	"smartbank/bank"
	"smartbank/bank/money"
	"smartbank/ui/screen"
	"smartbank/ui/text"
)

// submit refuses what is obviously wrong, asks for the recipient's name if nobody
// did, and has the bank review the order.
func (s *realtime) submit() tea.Cmd {
	s.form.ClearProblems()
	if field, m := s.mistake(); m != nil {
		s.form.Refuse(field, m)
		return nil
	}
	s.work = preparing
	if !s.check.passed {
		return s.checkName(true, true)
	}
	return s.prepare()
}

// mistake is the first field that cannot be right, and what is wrong with it; nil
// if the bank may be asked.
func (s *realtime) mistake() (field string, m message) {
	switch {
	case !s.in.pin.Complete():
		return fieldPIN, func(c *text.Catalog) text.Message { return c.Transfer.NoPassword }
	case s.in.account.Value() == "":
		return fieldAccount, func(c *text.Catalog) text.Message { return c.Transfer.NoAccount }
	case s.toItself():
		return fieldAccount, explained(&bank.RefusedError{Code: bank.CodeSameAccount})
	}
	if _, ok := s.in.when.chosen(); !ok {
		return fieldDay, func(c *text.Catalog) text.Message { return c.Component.BadDate }
	}
	return fieldAmount, s.amountMistake()
}

// amountMistake is what is wrong with the amount as far as the form knows, in
// the bank's words; nil if nothing is.
func (s *realtime) amountMistake() message {
	amount, err := s.in.amount.Value()
	switch {
	case s.in.amount.Empty():
		return func(c *text.Catalog) text.Message { return c.Transfer.NoAmount }
	case err != nil:
		return func(c *text.Catalog) text.Message { return c.Transfer.TooLarge }
	case amount.Minor() <= 0:
		return explained(&bank.RefusedError{Code: bank.CodeBadAmount, Amount: amount})
	}
	return s.notPassing(amount)
}

// notPassing is what the limits and the balance have against an amount. What is
// sent later counts on that day, and has to be there then.
func (s *realtime) notPassing(amount money.Amount) message {
	limits, now := s.facts.limits, s.chosenWhen().Now()
	if !now {
		limits.UsedToday, limits.Day = money.New(0, money.KRW), money.New(max(limits.Day.Minor(), amount.Minor()), money.KRW)
	}
	if err := limits.Allow(amount); err != nil {
		return explained(err)
	}
	if now && amount.Minor() > s.sender().Available.Minor() {
		return explained(&bank.RefusedError{
			Code: bank.CodeInsufficientFunds, Account: s.in.from.Selected(), Amount: amount, Available: s.sender().Available,
		})
	}
	return nil
}

// prepare has the bank review the order. The password leaves the form with it.
func (s *realtime) prepare() tea.Cmd {
	amount, err := s.in.amount.Value()
	if err != nil {
		amount = money.Amount{} // refused before
	}
	order := bank.TransferOrder{
		From: bank.AccountNumber(s.in.from.Selected()), Bank: s.check.payee.bank, To: s.check.payee.number,
		Recipient: s.check.recipient.NameKO, Amount: amount, OwnMemo: s.in.mine.Value(), RecipientMemo: s.in.theirs.Value(),
		Expected: s.in.expected.Value(), When: s.chosenWhen(),
	}
	pin, caller, o := s.in.pin.Bytes(), s.env.Caller(), s.orders
	s.in.pin.Clear()
	return screen.Do(func(ctx context.Context) (bank.Review, error) {
		defer clear(pin)
		r, err := o.Prepare(ctx, caller, order, pin)
		if err == nil && ctx.Err() != nil { // nobody is there to look at it
			return bank.Review{}, errors.Join(ctx.Err(), o.Forget(context.WithoutCancel(ctx), caller, r.Order.Key))
		}
		return r, err
	})
}

// prepared shows the review, or says beside the field what is wrong.
func (s *realtime) prepared(msg screen.Result[bank.Review]) tea.Cmd {
	s.work = idle
	switch {
	case msg.Err == nil:
		s.review, s.kept = msg.Value, msg.Value.Order.Key
		s.arrive(reviewing)
		return nil
	case errors.Is(msg.Err, context.Canceled), errors.Is(msg.Err, bank.ErrUnknown): // a review moves no money
		s.form.Focus(fieldPIN)
		return screen.Say(cancelled)
	case bank.RefusalCode(msg.Err) == "":
		s.form.Refuse("", func(c *text.Catalog) text.Message { return c.Transfer.NotPrepared })
		return nil
	}
	return s.refuse(msg.Err)
}

// refuse says beside the field that a refusal is about what the bank answered.
// Where that is money, what the form knows of it was old.
func (s *realtime) refuse(err error) tea.Cmd {
	m, field := explained(err), s.concerned(err)
	switch field {
	case fieldAccount:
		s.check.back, s.check.touched = true, false
		s.failCheck(m)
	case fieldAmount:
		s.form.Refuse(field, m)
		return s.load()
	default:
		s.form.Refuse(field, m)
	}
	return nil
}

// concerned is the field that a refusal is about; "" for the whole form.
func (s *realtime) concerned(err error) string {
	refused, _ := errors.AsType[*bank.RefusedError](err)
	switch refused.Code {
	case bank.CodeWrongPIN, bank.CodePINLocked:
		return fieldPIN
	case bank.CodeNoAccount, bank.CodeAccountClosed, bank.CodeNotWithdrawable:
		return fieldFrom
	case bank.CodeBadAmount, bank.CodeOverTransferLimit, bank.CodeOverDailyLimit, bank.CodeOverUndesignated, bank.CodeInsufficientFunds:
		return fieldAmount
	case bank.CodeBadSchedule:
		return fieldDay
	case bank.CodeSameAccount, bank.CodeRecipientClosed, bank.CodeNoRecipient, bank.CodeBankNotAnswering,
		bank.CodeRecipientChanged, bank.CodeUnknownBank, bank.CodeBadAccountNumber:
		return fieldAccount
	case bank.CodeOtherCurrency:
		switch {
		case refused.Bank != "":
			return fieldAccount
		case refused.Account != "":
			return fieldFrom
		}
		return fieldAmount
	case bank.CodeMemoTooLong:
		if bank.Cells(s.in.theirs.Value()) > bank.MemoCells {
			return fieldTheirs
		}
		return fieldMine
	default:
		return ""
	}
}
