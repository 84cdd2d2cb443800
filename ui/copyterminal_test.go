//go:build unix

package ui_test

import (
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
)

// shownNumber is a number as a device shows it.
var shownNumber = regexp.MustCompile(`\d{4} \d{4} \d{4}`)

// number waits for a number on a terminal, and returns its digits.
func (s *terminal) number() (digits string) {
	s.t.Helper()
	s.until("a number", func(screen string) bool {
		digits = strings.ReplaceAll(shownNumber.FindString(screen), " ", "")
		return digits != ""
	})
	return digits
}

// accepts presses Enter on a page that appeared by itself, once it takes it.
func (s *terminal) accepts() {
	s.t.Helper()
	time.Sleep(600 * time.Millisecond)
	s.types("\r")
}

// TestCopyBetweenTwoTerminals copies a certificate from the PC to the phone and back,
// two processes on two terminals with one bank in a file, and tells how long the devices take: what the customer types and
// reads in between does not count.
func TestCopyBetweenTwoTerminals(t *testing.T) {
	t.Parallel()
	phone := start(t, []string{"SMARTBANK_KEYRING=memory"})
	if err := keepCertificate(filepath.Join(phone.Data, "NPKI")); err != nil {
		t.Fatal(err)
	}
	pc := start(t, []string{"SMARTBANK_DATA=" + phone.Data}, "pc")
	signIn(phone)
	pc.shows("copy (send)")
	pc.types("1")
	pc.shows("needs your login")
	pc.types("demo01\r")
	pc.types("demo-2026!\r")
	pc.shows("Which certificate do you want")
	pc.shows("홍길동")
	pc.types("\r")
	pc.shows("Certificate password")
	pc.types("Epost#4837kr\r")
	digits := pc.number()
	phone.types("43")
	phone.shows("____ ____")
	phone.types(digits)
	took := time.Duration(0)
	begun := time.Now()
	phone.types("\r")
	phone.shows("This certificate is offered")
	took += time.Since(begun)
	check := regexp.MustCompile(`[0-9A-F]{2}·[0-9A-F]{2}·[0-9A-F]{2}·[0-9A-F]{2}`)
	screen, _, _ := phone.screen()
	pc.shows(check.FindString(screen))
	time.Sleep(600 * time.Millisecond)
	begun = time.Now()
	phone.types("\r")
	phone.shows("The certificate has come")
	took += time.Since(begun)
	begun = time.Now()
	phone.types("Epost#4837kr\r")
	phone.shows("The certificate is copied")
	pc.shows("The certificate is copied")
	took += time.Since(begun)
	t.Logf("from the PC to the phone: %v from the last digit to “copied” on both", took.Round(time.Millisecond))

	phone.accepts()
	pc.accepts()
	phone.shows("All Menus")
	pc.shows("Certificates on this PC")
	phone.types("44")
	phone.shows("Which certificate do you want")
	phone.shows("홍길동")
	phone.accepts()
	phone.shows("Certificate password")
	phone.types("Epost#4837kr\r")
	digits = phone.number()
	pc.types("2")
	pc.shows("____ ____")
	pc.types(digits)
	begun = time.Now()
	pc.types("\r")
	pc.shows("This certificate is offered")
	took = time.Since(begun)
	time.Sleep(600 * time.Millisecond)
	begun = time.Now()
	pc.types("\r")
	pc.shows("The certificate is copied")
	phone.shows("The certificate is copied")
	took += time.Since(begun)
	t.Logf("from the phone to the PC: %v from the last digit to “copied” on both", took.Round(time.Millisecond))
	if strings.Contains(pc.sent(), digits) || strings.Contains(phone.sent(), "Epost#4837kr") {
		t.Error("a secret was shown where it was typed")
	}
}
