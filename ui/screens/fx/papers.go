package fx

import (
	"bytes"
	"strings"

	tea "charm.land/bubbletea/v2"

	"smartbank/bank"
	"smartbank/bank/iso"
	"smartbank/ui/component"
	"smartbank/ui/export"
	"smartbank/ui/keymap"
	"smartbank/ui/screen"
	"smartbank/ui/text"
)

// paperTab is one of the views of a remittance.
type paperTab int

// The views, and how many there are.
const (
	summaryTab paperTab = iota
	pacsTab
	mtTab
	explainedTab
	paperTabs
)

// papers are the messages of a remittance: the one that was sent, its familiar copy, and what their fields mean.
type papers struct {
	env    *screen.Env
	detail bank.RemittanceDetail
	fields []iso.Field // of MT103
	tab    paperTab
	pager  component.Pager
}

func newPapers(env *screen.Env, d bank.RemittanceDetail) *papers {
	p := &papers{env: env, detail: d}
	if len(d.MT103) > 0 {
		if m, err := iso.ParseMT103(d.MT103); err == nil { // the bank wrote it, and read it before it was sent
			p.fields = m.Fields
		}
	}
	return p
}

// save asks for a file for a message: first the one in sight.
func (p *papers) save() tea.Cmd {
	m := export.Messages{Reference: p.detail.Reference, Pacs008: p.detail.Pacs008, MT103: p.detail.MT103}
	if p.tab == mtTab || p.tab == explainedTab {
		m.First = export.MT103
	}
	return screen.Open("export.message", m)
}

// openReceipt shows the receipt of a remittance, to be saved.
func openReceipt(reference string, o bank.RemittanceOrder) tea.Cmd {
	return screen.Open("export.receipt", export.Asked{Reference: reference, Account: o.From})
}

// turn goes to another view, round the ends, and reports whether the key was for that.
func (p *papers) turn(msg tea.KeyPressMsg) bool {
	var by paperTab
	switch {
	case keymap.Right.Pressed(msg), keymap.Next.Pressed(msg):
		by = 1
	case keymap.Left.Pressed(msg), keymap.Previous.Pressed(msg):
		by = paperTabs - 1
	default:
		return false
	}
	if len(p.detail.MT103) == 0 { // Eurogiro has no messages
		return false
	}
	p.tab = (p.tab + by) % paperTabs
	p.pager.Top()
	return true
}

// tabs are the names of the views, the chosen one in brackets.
func (p *papers) tabs(w int) []string {
	c, t := p.env.Text, p.env.Theme
	names := make([]string, 0, paperTabs)
	for i, name := range []string{c.FX.Found.Summary, "pacs.008", "MT103", c.FX.Found.Explained} {
		if paperTab(i) == p.tab {
			names = append(names, t.Strong.Render(component.Picked(p.env.Look, name)))
			continue
		}
		names = append(names, t.Muted.Render(" "+name+" "))
	}
	return []string{component.Cut(" "+strings.Join(names, ""), w), rule(p.env.Look, w)}
}

// message is the message of the view; nil for views without one.
func (p *papers) message() []byte {
	switch p.tab {
	case pacsTab:
		return p.detail.Pacs008
	case mtTab:
		return p.detail.MT103
	default:
		return nil
	}
}

// view draws a message, or the meaning of its fields.
func (p *papers) view(w, h int) string {
	b := component.NewBody(p.env.Look)
	if p.tab == explainedTab {
		p.explain(b, w)
		return p.pager.View(b, w, h)
	}
	if p.env.Heard() {
		return speakMessage(p.env.Look, p.message())
	}
	for line := range bytes.Lines(p.message()) {
		for _, part := range hang(strings.TrimRight(string(line), "\r\n"), w-1) {
			b.Add(" " + p.env.Theme.Base.Render(part))
		}
	}
	return p.pager.View(b, w, h)
}

// hang breaks a line of a message, and keeps its indent.
func hang(line string, w int) []string {
	clean := component.Clean(line)
	indent := len(clean) - len(strings.TrimLeft(clean, " "))
	if component.Cells(clean) <= w || indent > w/2 {
		return component.Wrap(clean, w)
	}
	parts := component.Wrap(clean[indent:], w-indent-2)
	for i := range parts {
		parts[i] = strings.Repeat(" ", indent) + parts[i]
		if i > 0 {
			parts[i] = "  " + parts[i]
		}
	}
	return parts
}

// explain adds each field of MT103 with its meaning and the element of pacs.008 that says the same.
func (p *papers) explain(b *component.Body, w int) {
	c, t := p.env.Text, p.env.Theme
	b.Add(paragraph(c.FX.Found.ExplainIntro, w, t.Muted)...)
	b.Blank()
	for _, f := range p.fields {
		head := margin + t.Strong.Render(":"+f.Tag+":") + " " + t.Base.Render(fieldMeaning(c, f.Tag))
		switch element := t.Muted.Render(elements[f.Tag]); {
		case elements[f.Tag] == "":
			b.Add(component.Cut(head, w))
		case component.Cells(head)+component.Cells(element)+2 < w:
			b.Add(head + "  " + element)
		default:
			b.Add(component.Cut(head, w), component.Cut("         "+element, w))
		}
		for line := range strings.SplitSeq(f.Value, "\n") {
			for _, part := range component.Wrap(component.Clean(line), w-10) {
				b.Add("         " + t.Base.Render(part))
			}
		}
	}
}

// fieldMeaning is what a field of MT103 says. Of 50A, 50F and 50K, all are the customer who pays.
func fieldMeaning(c *text.Catalog, tag string) string {
	if words := c.FX.Found.Fields[tag]; words != "" {
		return words
	}
	return c.FX.Found.Fields[strings.TrimRight(tag, "ACDFK")]
}

// elements are the elements of pacs.008 that say what the fields of MT103 do (CBPR+ translation rules).
var elements = map[string]string{
	"20": "PmtId/InstrId", "23B": "PmtTpInf/SvcLvl", "32A": "IntrBkSttlmDt, IntrBkSttlmAmt", "33B": "InstdAmt", "36": "XchgRate",
	"50F": "Dbtr, DbtrAcct", "50K": "Dbtr, DbtrAcct", "50A": "Dbtr, DbtrAcct", "52A": "DbtrAgt", "52D": "DbtrAgt", "56A": "IntrmyAgt1", "56D": "IntrmyAgt1", "57A": "CdtrAgt", "57D": "CdtrAgt", "57C": "CdtrAgt",
	"59": "Cdtr, CdtrAcct", "59F": "Cdtr, CdtrAcct", "59A": "Cdtr, CdtrAcct", "70": "RmtInf/Ustrd, Purp", "71A": "ChrgBr", "71F": "ChrgsInf", "71G": "ChrgsInf", "72": "InstrForNxtAgt, CtctDtls",
}
