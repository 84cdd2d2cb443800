package text

import (
	"strings"
	"unicode/utf8"
)

// particles are the two forms of each particle: after a consonant, and after a vowel.
var particles = [][2]string{{"을", "를"}, {"은", "는"}, {"이", "가"}, {"과", "와"}, {"으로", "로"}}

// The names of digits and Latin letters that end in ㄹ, and in another consonant, as they are said in Korean: 일, 칠, 팔, 엘, 알; 영, 삼, 육, 엠, 엔. All
// others end in a vowel.
const (
	liquid      = "178LR"
	consonantal = "036MN"
)

// Particle is a Korean particle in the form that it has after a word, or after the name of a key: 을 after F1, 를 after F2 and H; 으로 after 엔, 로
// after 달러. What is no such particle is left as it is.
func Particle(word, particle string) string {
	closed, l := ending(word)
	for _, forms := range particles {
		switch {
		case particle != forms[0] && particle != forms[1]:
		case closed && (!l || forms[0] != "으로"):
			return forms[0]
		default:
			return forms[1]
		}
	}
	return particle
}

// ending tells whether a word ends in a consonant, and whether in ㄹ, after which 으로 is 로.
func ending(word string) (closed, l bool) {
	const first, last, finals, rieul = '가', '힣', 28, 8 // Unicode 16, section 3.12: syllables by their final consonants
	r, _ := utf8.DecodeLastRuneInString(strings.ToUpper(word))
	if r >= first && r <= last {
		final := (r - first) % finals
		return final != 0, final == rieul
	}
	l = strings.ContainsRune(liquid, r)
	return l || strings.ContainsRune(consonantal, r), l
}
