package component

import (
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// asking is an [Input] that can say what it asks for and what it has.
type asking interface{ ask(l Look) Asked }

// sign is the sign of an input that stands by itself, as its View draws it.
func sign(l Look, a asking, focused bool) (line string, cursorX int) {
	said := a.ask(l)
	said.Focused = focused
	if focused {
		return l.Script.Sign(said), 0
	}
	return l.Script.Sign(said), -1
}

// speak adds the signs of the visible fields to a page, and what is wrong with the form.
func (f *Form) speak(l Look, b *Body) {
	focused := f.Focused()
	of := 0
	for _, field := range f.fields {
		if !field.Hidden {
			of++
		}
	}
	at := 0
	for _, field := range f.fields {
		if field.Hidden {
			continue
		}
		at++
		said := f.ask(l, field)
		said.Focused, said.At, said.Of = field == focused, at, of
		mark := l.Script.Sign(said)
		if field == focused {
			b.AddAt(mark, 0)
			_, b.secret = field.Input.(secret)
			continue
		}
		b.Add(mark)
	}
	if m := f.problems[""]; m != nil {
		b.Add(Problem(l, m(l.Text), unbroken)...)
	}
}

// ask is a field with what stands under it.
func (f *Form) ask(l Look, field *Field) Asked {
	var said Asked
	if a, ok := field.Input.(asking); ok {
		said = a.ask(l)
	} else {
		line, _ := field.Input.View(Look{Theme: l.Theme, Text: l.Text}, unbroken, false)
		said.Value = sentence(ansi.Strip(line))
	}
	_, said.Secret = field.Input.(secret)
	said.Name, said.Label = field.Name, field.Label(l.Text)
	if field.Note != nil {
		said.Notes = sentences(field.Note(l, unbroken))
	}
	if m := f.problems[field.Name]; m != nil {
		said.Problem = sentences(Problem(l, m(l.Text), unbroken))
	}
	return said
}

// sentences are drawn lines as they are said.
func sentences(lines []string) []string {
	var list []string
	for _, line := range lines {
		if line = sentence(ansi.Strip(line)); line != "" {
			list = append(list, line)
		}
	}
	return list
}

func (k *Link) ask(l Look) Asked { return Asked{Value: k.about(l.Text), Opens: true} }

func (t *Text) ask(l Look) Asked {
	said := Asked{Value: t.Value(), Raw: t.Value(), Typed: len(t.units)}
	if t.hint != nil {
		said.Hint = t.hint(l.Text)
	}
	return said
}

func (a *Amount) ask(l Look) Asked {
	words := make([]string, 0, 3)
	for _, beside := range a.beside(l) {
		words = append(words, sentence(ansi.Strip(beside.text)))
	}
	said := Asked{Shape: words[0], Takes: l.Text.Plain.OnlyDigits, Raw: string(a.units), Typed: len(a.units)}
	if len(a.units) > 0 {
		said.Value = grouped(string(a.units)) + " " + words[0]
		if v, err := a.Value(); err == nil {
			said.Value = Won(l.Text, v)
		}
		said.Value = strings.Join(append([]string{said.Value}, words[1:]...), ", ")
	}
	return said
}

func (a *Account) ask(l Look) Asked {
	return Asked{Value: groupTyped(a.bank, a.Value()), Raw: a.Value(), Shape: l.Text.Plain.OnlyDigits, Typed: len(a.units)}
}

func (d *Date) ask(l Look) Asked {
	said := Asked{Shape: l.Text.Plain.Date, Typed: len(d.units), Value: string(d.units), Raw: string(d.units)}
	if v, err := d.Value(); err == nil {
		said.Value = v.String()
	}
	return said
}

func (p *PIN) ask(l Look) Asked {
	return Asked{Secret: true, Shape: l.Text.Plain.Digits(p.n), Typed: len(p.units)}
}

func (p *Password) ask(Look) Asked { return Asked{Secret: true, Typed: len(p.units)} }

func (d *Digits) ask(l Look) Asked {
	return Asked{Secret: true, Shape: l.Text.Plain.Digits(d.n), Typed: len(d.units)}
}

func (c *Choice) ask(l Look) Asked {
	said := Asked{Chosen: c.chosen, Find: c.matches}
	for _, o := range c.options {
		said.Options = append(said.Options, sentence(ansi.Strip(o.line(l.Text))))
	}
	if len(c.options) > 0 {
		said.Value = said.Options[c.chosen]
		said.None = c.options[0].Key == ""
	}
	return said
}

// matches are the options that what is typed may mean: first the one whose key it is, then those that begin with it.
func (c *Choice) matches(wanted string) []int {
	var first, inside []int
	for i, o := range c.options {
		switch o.match(wanted) {
		case matchKey:
			first = append([]int{i}, first...)
		case matchStart:
			first = append(first, i)
		case matchInside:
			inside = append(inside, i)
		}
	}
	return append(first, inside...)
}
