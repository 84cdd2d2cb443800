package bank

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strings"
	"time"
)

// SignInMinutes is how long what is signed to sign in is good for.
const SignInMinutes = 3

const signInTitle = "우체국 스마트뱅킹 로그인 / Smart Banking sign-in"

// AskSignIn makes what a certificate signs to sign in: good once, for a few
// minutes, at this bank.
func (b *Bank) AskSignIn(ctx context.Context) ([]byte, error) {
	var document string
	err := b.answer(ctx, "ask for a sign-in", func(ctx context.Context, t *tx) error {
		id, err := t.newKey()
		if err != nil {
			return err
		}
		if _, err := t.ExecContext(ctx, query("sign_in_forget"), t.now.UnixMicro()); err != nil {
			return fmt.Errorf("forget old sign-ins: %w", err)
		}
		until := t.now.Add(SignInMinutes * time.Minute)
		if _, err := t.ExecContext(ctx, query("sign_in_ask"), id, until.UnixMicro()); err != nil {
			return fmt.Errorf("keep the sign-in: %w", err)
		}
		document = signInDocument(b.id, id)
		return nil
	})
	if err != nil {
		return nil, err
	}
	return []byte(document), nil
}

// signInDocument is what is signed.
func signInDocument(bankID, id string) string {
	return fmt.Sprintf("%s\nbank %s\nchallenge %s\n", signInTitle, bankID, id)
}

// SignInByCertificate signs in whoever the certificate is registered to that signed
// document, which [Bank.AskSignIn] made. It is refused with CodeSignInStale for a document that was used, is too old, or is
// not this bank's; with CodeSignInExpired, CodeSignInDiscarded, and whatever else [VerifySignature] refuses;
// with CodeSignInUnregistered and CodeNotMember.
func (b *Bank) SignInByCertificate(ctx context.Context, document, signature []byte, on Channel) (Session, error) {
	id, ok := b.signInAsked(document)
	if !ok {
		return Session{}, &RefusedError{Code: CodeSignInStale}
	}
	signer, err := b.signInSigner(ctx, document, signature)
	if err != nil {
		return Session{}, err
	}
	var s Session
	err = b.answer(ctx, "sign in by certificate", func(ctx context.Context, t *tx) error {
		if err := t.useSignIn(ctx, id); err != nil {
			return err
		}
		who, err := t.signsIn(ctx, signer)
		if err != nil {
			return err
		}
		if s, err = t.startSession(ctx, who, on); err != nil {
			return err
		}
		s.Certificate = signer.SHA256
		return t.act(ctx, act{customer: who.id, kind: actSignIn, subject: s.ID, text: string(document), body: bytes.Clone(signature)})
	})
	if err != nil {
		return Session{}, err
	}
	return s, nil
}

// signInAsked is what of a document is good once. ok is false for what this bank
// never asked.
func (b *Bank) signInAsked(document []byte) (id string, ok bool) {
	before, after, _ := strings.Cut(signInDocument(b.id, "|"), "|")
	text, begins := strings.CutPrefix(string(document), before)
	id, ends := strings.CutSuffix(text, after)
	return id, begins && ends
}

// signInSigner is who signed. The refusals of orders that a customer meets at the
// sign-in have words of their own there.
func (b *Bank) signInSigner(ctx context.Context, document, signature []byte) (Signer, error) {
	if b.opt.Verify == nil || len(signature) > longestSignature {
		return Signer{}, &RefusedError{Code: CodeSignatureRefused}
	}
	at, err := b.BookTime(ctx)
	if err != nil {
		return Signer{}, err
	}
	signer, err := b.opt.Verify(document, signature, at)
	refused, ok := errors.AsType[*RefusedError](err)
	if !ok {
		return signer, during("sign in by certificate", err)
	}
	told := *refused
	switch refused.Code {
	case CodeCertificateExpired:
		told.Code = CodeSignInExpired
	case CodeCertificateDiscarded:
		told.Code = CodeSignInDiscarded
	default:
	}
	return Signer{}, &told
}

// signsIn is the customer to whom a certificate is registered, if they are a
// member.
func (t *tx) signsIn(ctx context.Context, signer Signer) (customer, error) {
	holder, _, err := t.holder(ctx, signer)
	if err != nil {
		return customer{}, err
	}
	if holder == 0 {
		return customer{}, &RefusedError{Code: CodeSignInUnregistered}
	}
	m, err := t.membership(ctx, holder)
	if err != nil {
		return customer{}, err
	}
	if !m.Member {
		return customer{}, &RefusedError{Code: CodeNotMember}
	}
	return t.customerByID(ctx, holder)
}

// useSignIn uses up what was signed. It is refused with CodeSignInStale.
func (t *tx) useSignIn(ctx context.Context, id string) error {
	var until int64
	err := t.QueryRowContext(ctx, query("sign_in_use"), id).Scan(&until)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return &RefusedError{Code: CodeSignInStale}
	case err != nil:
		return fmt.Errorf("use the sign-in: %w", err)
	case t.now.After(instant(until)):
		return &RefusedError{Code: CodeSignInStale, At: instant(until)}
	}
	return nil
}
