package copying_test

import (
	"testing"

	"smartbank/ui/text"
	"smartbank/ui/uitest"
)

// windows are in what every page is looked at.
var windows = []window{{text.English, 80, 24}, {text.Korean, 80, 24}, {text.Korean, 40, 12}, {text.English, 120, 40}}

// page is a page of one of the two programs, and how it is reached.
type page struct {
	name  string
	on    func(x *world) *device
	reach func(x *world)
}

func onPhone(x *world) *device { return x.phone }
func onPC(x *world) *device    { return x.pc }

var copies = []page{
	{"phone chooses", onPhone, func(x *world) { x.phone.Type("44") }},
	{"phone asks for the password", onPhone, func(x *world) { x.phone.Type("44"); x.phone.enter() }},
	{"phone with a wrong password", onPhone, func(x *world) { x.phone.Type("44"); x.phone.enter(); x.phone.Type("wrong\n") }},
	{"phone shows the number", onPhone, func(x *world) { x.exporting() }},
	{"phone is to type the number of the PC", onPhone, func(x *world) { x.exporting(); x.phone.Press("ctrl+r") }},
	{"phone asks for the number", onPhone, func(x *world) { x.importing(); x.phone.Type("481290") }},
	{"phone waits for the PC to accept", onPhone, func(x *world) { x.deciding() }},
	{"phone has sent", onPhone, func(x *world) { x.toPC() }},
	{"phone asks for the certificate's password", onPhone, func(x *world) { x.back(); x.phone.Type("wrong\n") }},
	{"phone has received", onPhone, func(x *world) { x.back(); x.phone.Type(uitest.Seal + "\n"); x.phone.Advance(moment) }},
	{"phone after a wrong number", onPhone, wrongNumber},
	{"phone shows the number of an import", onPhone, func(x *world) { x.importing(); x.phone.Press("ctrl+r") }},
}

var desks = []page{
	{"PC at the start", onPC, func(*world) {}},
	{"PC with a certificate", onPC, func(x *world) { x.toPC(); x.pc.enter() }},
	{"PC asks for the number", onPC, func(x *world) { x.receiving() }},
	{"PC looks at the offer", onPC, func(x *world) { x.deciding() }},
	{"PC has received", onPC, func(x *world) { x.toPC() }},
	{"PC refused", onPC, func(x *world) { x.deciding(); x.pc.Press("esc"); x.pc.Advance(moment) }},
	{"PC chooses", onPC, func(x *world) { x.toPC(); x.pc.Press("f10"); x.pc.Type("1") }},
	{"PC shows the number", onPC, func(x *world) { x.toPC(); x.sending() }},
	{"PC has sent", onPC, func(x *world) { x.back(); x.phone.Type(uitest.Seal + "\n"); x.phone.Advance(moment) }},
	{"PC changes a password", onPC, func(x *world) {
		x.toPC()
		x.pc.Press("f10")
		x.pc.Type("4")
		x.pc.enter()
		x.pc.Type(uitest.Seal + "\nshort\nshort\n")
	}},
	{"PC has changed a password", onPC, func(x *world) {
		x.toPC()
		x.pc.Press("f10")
		x.pc.Type("4")
		x.pc.enter()
		x.pc.Type(uitest.Seal + "\nbirch-7-River\nbirch-7-River\n")
	}},
	{"PC asks before it deletes", onPC, func(x *world) { x.toPC(); x.pc.Press("f10"); x.pc.Type("5"); x.pc.enter() }},
	{"PC has deleted", onPC, func(x *world) { x.toPC(); x.pc.Press("f10"); x.pc.Type("5"); x.pc.enter(); x.pc.Press("tab", "enter") }},
	{"PC asks who it is", onPC, func(x *world) { x.pc.Type("61") }},
}

// TestScreens compares every page with its golden frame.
func TestScreens(t *testing.T) {
	t.Parallel()
	for _, p := range append(append([]page{}, copies...), desks...) {
		for _, in := range windows {
			t.Run(p.name+"/"+in.name(), func(t *testing.T) {
				t.Parallel()
				x := open(t, in)
				p.reach(x)
				uitest.Golden(t, p.on(x).Frame())
			})
		}
	}
}
