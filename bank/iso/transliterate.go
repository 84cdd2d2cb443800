package iso

import (
	"maps"
	"strings"
	"sync"
)

// Change is one part of a text that [Transliterate] wrote otherwise.
type Change struct {
	At       int    // the first character of From in what was typed, from 1
	From, To string // To is "" for what has no spelling in set x and was left out
}

// Transliteration is a text in set x, and what had to be changed for it.
type Transliteration struct {
	Text    string
	Changes []Change
}

// Changed reports whether the text is another one than was typed.
func (t Transliteration) Changed() bool { return len(t.Changes) > 0 }

// Lossless reports whether everything that was typed found a spelling.
func (t Transliteration) Lossless() bool {
	for _, c := range t.Changes {
		if c.To == "" {
			return false
		}
	}
	return true
}

// Transliterate writes a text in SWIFT's character set x. Hangul is romanized by the Revised Romanization of Korean
// (Ministry of Culture notice 2000-8), each word with a capital letter, as names are; Latin letters lose their accents; signs become
// those that the European Payments Council recommends (EPC217-08), such as + for & and a dot for #. A name for a
// passport may be spelt otherwise: show the result before it is used.
//
// Spaces at both ends and rows of spaces are made one, without counting as a change. A result is never too short
// or too long for its field: check it.
func Transliterate(typed string) Transliteration {
	var t Transliteration
	var out strings.Builder
	runes := []rune(typed)
	for i := 0; i < len(runes); {
		r := runes[i]
		switch {
		case InX(r):
			out.WriteRune(r)
			i++
			continue
		case isSpace(r):
			out.WriteByte(' ')
			i++
			continue
		}
		n := 1
		var to string
		if syllable(r) {
			for i+n < len(runes) && syllable(runes[i+n]) {
				n++
			}
			to = capital(romanize(runes[i : i+n]))
		} else {
			to = plain(r)
			for i+n < len(runes) && combining(runes[i+n]) {
				n++
			}
		}
		out.WriteString(to)
		t.Changes = append(t.Changes, Change{i + 1, string(runes[i : i+n]), to})
		i += n
	}
	t.Text = strings.Join(strings.Fields(out.String()), " ")
	return t
}

func isSpace(r rune) bool {
	return r == '\t' || r == '\n' || r == '\r' || r == '\u00a0' || r == '\u3000'
}

func capital(s string) string {
	if s == "" {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
}

// combining reports whether r is an accent that stands on the letter before it.
func combining(r rune) bool { return r >= 0x0300 && r <= 0x036f }

// plain is the spelling of one character, "" for none.
func plain(r rune) string {
	switch {
	case combining(r):
		return ""
	case r >= 0xff01 && r <= 0xff5e: // full-width ASCII
		if half := r - 0xfee0; InX(half) {
			return string(half)
		}
		return latin()[r-0xfee0]
	}
	return latin()[r]
}

// latin are letters with accents, ligatures and signs, and what is written for them. They are made when somebody asks.
var latin = sync.OnceValue(func() map[rune]string {
	table := map[rune]string{}
	for to, from := range map[string]string{
		"A": "ÀÁÂÃÄÅĀĂĄǍ", "a": "àáâãäåāăąǎª", "C": "ÇĆĈĊČ", "c": "çćĉċč", "D": "ÐĎĐ", "d": "ðďđ", "E": "ÈÉÊËĒĔĖĘĚ", "e": "èéêëēĕėęě",
		"G": "ĜĞĠĢ", "g": "ĝğġģ", "H": "ĤĦ", "h": "ĥħ", "I": "ÌÍÎÏĨĪĬĮİ", "i": "ìíîïĩīĭįı", "J": "Ĵ", "j": "ĵ", "K": "Ķ", "k": "ķĸ",
		"L": "ĹĻĽĿŁ", "l": "ĺļľŀł", "N": "ÑŃŅŇŊ", "n": "ñńņňŉŋ", "O": "ÒÓÔÕÖØŌŎŐƠ", "o": "òóôõöøōŏőơº", "R": "ŔŖŘ", "r": "ŕŗř",
		"S": "ŚŜŞŠȘ", "s": "śŝşšșſ", "T": "ŢŤŦȚ", "t": "ţťŧț", "U": "ÙÚÛÜŨŪŬŮŰŲƯ", "u": "ùúûüũūŭůűųưµ", "W": "Ŵ", "w": "ŵ",
		"Y": "ÝŶŸ", "y": "ýÿŷ", "Z": "ŹŻŽ", "z": "źżž",
		"'": "‘’‚‛`´\"“”„«»", "-": "‐‑‒–—―−_~", ".": "!#$%*=@^§°·•…<>", "(": "[{", ")": "]}", "/": "\\|", ",": ";", "+": "&",
	} {
		for _, r := range from {
			table[r] = to
		}
	}
	maps.Copy(table, map[rune]string{'Æ': "AE", 'æ': "ae", 'Œ': "OE", 'œ': "oe", 'ß': "ss", 'ẞ': "SS", 'Þ': "TH", 'þ': "th", 'Ĳ': "IJ", 'ĳ': "ij", '€': "EUR", '£': "GBP", '¥': "JPY", '₩': "KRW"})
	return table
})
