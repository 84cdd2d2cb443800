package copying_test

import (
	"strings"
	"testing"
	"time"

	"smartbank/ui/uitest"
)

// fingerprint is what a device shows of the certificate's fingerprint.
func (d *device) fingerprint() string {
	_, after, _ := strings.Cut(d.flat(), "SHA-256 ")
	fields := strings.Fields(after)
	return strings.Join(fields[:min(len(fields), 16)], "")
}

// copiedAt is the line in which a device says when.
func (d *device) copiedAt() string {
	_, after, _ := strings.Cut(d.flat(), "Copied at ")
	return after[:min(len(after), len("2026-11-05 10:00:00"))]
}

func TestBothDevicesShowTheSameCompletion(t *testing.T) {
	t.Parallel()
	x := open(t, usual)
	x.toPC()
	x.pc.sees("The certificate is copied")
	x.phone.sees("The certificate is copied")
	if at := x.pc.copiedAt(); !strings.HasPrefix(at, "2026-11-05 10:0") || at != x.phone.copiedAt() {
		t.Errorf("the PC says %q, the phone %q", at, x.phone.copiedAt())
	}
	if f := x.pc.fingerprint(); f != x.issued.SHA256 || f != x.phone.fingerprint() {
		t.Errorf("the PC says %q, the phone %q", f, x.phone.fingerprint())
	}
	if len(x.filed()) != 1 {
		t.Errorf("on the PC are %d certificates", len(x.filed()))
	}
}

func TestAnImportAsksForThePassword(t *testing.T) {
	t.Parallel()
	x := open(t, usual)
	x.back()
	x.phone.sees("The certificate has come")
	x.phone.Type("wrong\n")
	x.phone.sees("This password does not open the certificate")
	x.pc.sees("on its way")
	x.phone.Type(uitest.Seal + "\n")
	x.phone.Advance(moment)
	x.phone.sees("The certificate is copied")
	x.pc.sees("The certificate is copied")
	if at := x.pc.copiedAt(); at == "" || at != x.phone.copiedAt() {
		t.Errorf("the PC says %q, the phone %q", at, x.phone.copiedAt())
	}
}

// TestTurnedRound has the receiving device show the number, in both directions.
func TestTurnedRound(t *testing.T) {
	t.Parallel()
	x := open(t, usual)
	x.receiving()
	x.pc.Press("ctrl+r")
	x.phone.Type("44")
	x.phone.Press("ctrl+r")
	x.phone.enter()
	x.phone.Type(uitest.Seal + "\n")
	x.phone.Type(strings.ReplaceAll(x.pc.number(), " ", "") + "\n")
	x.pc.enter()
	x.pc.Advance(moment)
	x.pc.sees("The certificate is copied")
	x.phone.sees("The certificate is copied")

	x.sending() // and turned round with the number on the screen
	x.pc.Press("ctrl+r")
	x.importing()
	x.phone.Press("ctrl+r")
	x.pc.Type(x.phone.number() + "\n")
	x.phone.enter()
	x.phone.Type(uitest.Seal + "\n")
	x.phone.Advance(moment)
	x.phone.sees("The certificate is copied")
	x.pc.sees("The certificate is copied")
}

// deciding has both devices look at the offer.
func (x *world) deciding() {
	x.exporting()
	x.receiving()
	x.pc.Paste(x.phone.number())
	x.pc.Press("enter")
	x.pc.Advance(moment)
}

func TestBothDevicesShowTheSameCheck(t *testing.T) {
	t.Parallel()
	x := open(t, usual)
	x.deciding()
	check := func(d *device) string {
		_, after, _ := strings.Cut(d.flat(), "the same check: ")
		return after[:min(len(after), len("1F·A9·3C·07"))]
	}
	if here, there := check(x.pc), check(x.phone); here == "" || here != there {
		t.Errorf("the PC shows %q, the phone %q", here, there)
	}
	if len(x.filed()) > 0 {
		t.Error("it is stored before it was accepted")
	}
}

func TestThePCShowsWhereACertificateLies(t *testing.T) {
	t.Parallel()
	x := open(t, window{usual.lang, 120, 40})
	x.toPC()
	x.pc.Press("f10")
	x.pc.Type("3")
	x.pc.enter()
	for _, what := range []string{"this PC " + x.root.Path, "yessign/USER/cn=", "pbeWithSHA1AndSEED-CBC", "o=yessign,c=kr", "2027-11-05"} {
		x.pc.sees(what)
	}
}

// TestHowACopyEnds ends copies in every way, and reads what both devices say a second
// later.
func TestHowACopyEnds(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		end       func(x *world)
		phone, pc string
	}{
		"the PC refuses":      {func(x *world) { x.deciding(); x.pc.Press("esc") }, "was cancelled on the other device", "You cancelled the copy"},
		"the phone cancels":   {func(x *world) { x.deciding(); x.phone.Press("esc") }, "You cancelled the copy", "was cancelled on the other device"},
		"the phone goes away": {func(x *world) { x.deciding(); x.phone.Press("f10") }, "All Menus", "was cancelled on the other device"},
		"the phone quits":     {func(x *world) { x.deciding(); x.phone.Press("ctrl+c", "ctrl+c") }, "", "was cancelled on the other device"},
		"the phone logs out":  {func(x *world) { x.deciding(); x.phone.Press("f10"); x.phone.Type("99") }, "All Menus", "was cancelled on the other device"},
		"nobody goes on":      {func(x *world) { x.deciding(); x.phone.Advance(3 * time.Minute) }, "three minutes of this number are over", "three minutes of this number are over"},
		"nobody types it":     {func(x *world) { x.exporting(); x.phone.Advance(3 * time.Minute) }, "three minutes of this number are over", ""},
		"a wrong number":      {wrongNumber, "Another number was typed", "Another number was typed"},
		"half a number":       {func(x *world) { x.receiving(); x.pc.Type("4812\n") }, "", "The number has twelve digits"},
		"a number of nobody":  {func(x *world) { x.receiving(); x.pc.Type("123456789012\n") }, "", "You have no such number"},
		"both send":           {bothSend, "Both devices are set to send", "Both devices are set to send"},
		"a newer number":      {func(x *world) { x.exporting(); x.toPC(); x.sending(); x.exporting(); x.pc.Advance(moment) }, "on the PC", "a newer number"},
		"three burnt in an hour": {func(x *world) {
			for range 3 {
				wrongNumber(x)
			}
			x.exporting()
		}, "3 numbers were burnt within an hour", ""},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			x := open(t, usual)
			test.end(x)
			x.pc.Advance(moment)
			if test.phone != "" && !strings.Contains(strings.ToLower(x.phone.flat()), strings.ToLower(test.phone)) {
				t.Errorf("the phone shows\n%s", x.phone.Frame().Text())
			}
			if test.pc != "" && !strings.Contains(x.pc.flat(), test.pc) {
				t.Errorf("the PC shows\n%s", x.pc.Frame().Text())
			}
			if here := len(x.filed()); here > 0 && name != "a newer number" && name != "both send" {
				t.Errorf("%d certificates are on the PC", here)
			}
		})
	}
}

// wrongNumber types another number than the phone shows.
func wrongNumber(x *world) {
	x.exporting()
	x.receiving()
	number := []byte(x.phone.number())
	last := &number[len(number)-1]
	*last = '0' + (*last-'0'+1)%10
	x.pc.Type(string(number) + "\n")
	x.pc.Advance(moment)
}

// bothSend types the number of a sender where the PC sends.
func bothSend(x *world) {
	x.toPC()
	x.sending()
	x.pc.Press("ctrl+r")
	x.exporting()
	x.pc.Type(x.phone.number() + "\n")
}
