package prooftest

import (
	"context"
	"fmt"

	"smartbank/bank"
	"smartbank/bank/banktest"
	"smartbank/bank/money"
)

// Customer is a customer who has signed in.
type Customer struct {
	Index  int
	Caller bank.Caller

	bank *bank.Bank
	card []string
}

// SignIn signs a customer in on a channel, which ends the session that is open there.
func SignIn(ctx context.Context, b *bank.Bank, customer int, on bank.Channel) (*Customer, error) {
	session, err := b.SignIn(ctx, Login(customer), []byte(password(customer)), on)
	if err != nil {
		return nil, fmt.Errorf("sign in as %s: %w", Login(customer), err)
	}
	card, err := b.Card(ctx, Login(customer))
	if err != nil {
		return nil, err
	}
	held, err := b.Certificates(ctx, session.Caller())
	if err == nil && len(held) == 0 { // a bank of a version without certificates
		err = b.RegisterCertificate(ctx, session.Caller(), banktest.Certificate(Login(customer)))
	}
	if err != nil {
		return nil, err
	}
	return &Customer{Index: customer, Caller: session.Caller(), bank: b, card: card}, nil
}

// At is the customer at the same bank, opened again: the session goes on.
func (c *Customer) At(b *bank.Bank) *Customer {
	moved := *c
	moved.bank = b
	return &moved
}

// acknowledged is in every order: the same is sent again and again.
const acknowledged = bank.Warnings(bank.WarnDuplicate)

// Order is an order of up to 1,000 won, one in four to another bank, the others to other customers. pick(n) draws a number
// from 0 to n-1.
func (c *Customer) Order(pick func(n int) int) bank.TransferOrder {
	o := bank.TransferOrder{
		From: Number(c.Index), Bank: banktest.ParkBank, To: banktest.ParkNumber, Recipient: banktest.ParkName,
		Amount:       money.New(int64(pick(1000))+1, money.KRW),
		Acknowledged: acknowledged,
	}
	if pick(4) > 0 {
		other := (c.Index + 1 + pick(Customers-1)) % Customers
		o.Bank, o.To, o.Recipient = bank.KoreaPost, string(Number(other)), nameKO(other)
	}
	return o
}

// Request is a prepared order, and what confirms it: the card's digits and the customer's signature.
type Request struct {
	Customer  int
	Order     bank.TransferOrder
	Digits    string
	Signature []byte
}

// Prepare prepares an order.
func (c *Customer) Prepare(ctx context.Context, o bank.TransferOrder) (Request, error) {
	review, err := c.bank.Prepare(ctx, c.Caller, o, []byte(banktest.PIN))
	if err != nil {
		return Request{}, err
	}
	digits := c.card[review.Challenge.First-1][:2] + c.card[review.Challenge.Second-1][2:]
	signature := banktest.Sign(Login(c.Index), review.Document)
	return Request{Customer: c.Index, Order: review.Order, Digits: digits, Signature: signature}, nil
}

// Transfer sends a request, which may be one of an earlier session.
func (c *Customer) Transfer(ctx context.Context, r Request) (bank.Receipt, error) {
	return c.bank.Transfer(ctx, c.Caller, r.Order, bank.Proof{Digits: []byte(r.Digits), Signature: r.Signature})
}
