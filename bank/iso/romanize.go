package iso

import "strings"

// Hangul syllables are a table: 19 initials, 21 vowels and 28 finals of which the first is none (Unicode, 3.12).
const (
	firstSyllable, lastSyllable = '가', '힣'
	vowelCount, finalCount      = 21, 28
)

func syllable(r rune) bool { return r >= firstSyllable && r <= lastSyllable }

// The letters, in the order of Unicode.
var (
	initials = strings.Split("ㄱ ㄲ ㄴ ㄷ ㄸ ㄹ ㅁ ㅂ ㅃ ㅅ ㅆ ㅇ ㅈ ㅉ ㅊ ㅋ ㅌ ㅍ ㅎ", " ")
	vowels   = strings.Split("a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i", " ")
	finals   = strings.Split(" ㄱ ㄲ ㄱㅅ ㄴ ㄴㅈ ㄴㅎ ㄷ ㄹ ㄹㄱ ㄹㅁ ㄹㅂ ㄹㅅ ㄹㅌ ㄹㅍ ㄹㅎ ㅁ ㅂ ㅂㅅ ㅅ ㅆ ㅇ ㅈ ㅊ ㅋ ㅌ ㅍ ㅎ", " ")
)

// onset is an initial before its vowel.
var onset = map[string]string{
	"ㄱ": "g", "ㄲ": "kk", "ㄴ": "n", "ㄷ": "d", "ㄸ": "tt", "ㄹ": "r", "ㅁ": "m", "ㅂ": "b", "ㅃ": "pp", "ㅅ": "s", "ㅆ": "ss",
	"ㅇ": "", "ㅈ": "j", "ㅉ": "jj", "ㅊ": "ch", "ㅋ": "k", "ㅌ": "t", "ㅍ": "p", "ㅎ": "h",
}

// coda is a final at the end or before a consonant: one of seven sounds.
var coda = map[string]string{
	"": "", "ㄱ": "k", "ㄲ": "k", "ㄱㅅ": "k", "ㄴ": "n", "ㄴㅈ": "n", "ㄴㅎ": "n", "ㄷ": "t", "ㄹ": "l", "ㄹㄱ": "k", "ㄹㅁ": "m", "ㄹㅂ": "l",
	"ㄹㅅ": "l", "ㄹㅌ": "l", "ㄹㅍ": "p", "ㄹㅎ": "l", "ㅁ": "m", "ㅂ": "p", "ㅂㅅ": "p", "ㅅ": "t", "ㅆ": "t", "ㅇ": "ng",
	"ㅈ": "t", "ㅊ": "t", "ㅋ": "k", "ㅌ": "t", "ㅍ": "p", "ㅎ": "",
}

// nasal and aspirate are what sounds become before a nasal and beside ㅎ.
var (
	nasal    = map[string]string{"k": "ng", "t": "n", "p": "m"}
	aspirate = map[string]string{"ㄱ": "k", "ㄷ": "t", "ㅈ": "ch"}
)

// romanize writes a word by the Revised Romanization: with the changes of sound between syllables, of its chapter
// 3, article 1, but without the ㄴ that some compounds insert, which cannot be seen in the letters.
func romanize(word []rune) string {
	var out strings.Builder
	carried := "" // the end of the syllable before, where it sounds at the start of this one
	replaced := false
	for i, r := range word {
		n := int(r - firstSyllable)
		initial, vowel, final := initials[n/(vowelCount*finalCount)], vowels[n/finalCount%vowelCount], finals[n%finalCount]
		if !replaced {
			carried = onset[initial]
		}
		out.WriteString(carried + vowel)
		end := coda[final]
		replaced = false
		if i+1 < len(word) {
			m := int(word[i+1] - firstSyllable)
			next := initials[m/(vowelCount*finalCount)]
			end, carried, replaced = join(final, next, vowels[m/finalCount%vowelCount])
		}
		out.WriteString(end)
	}
	return out.String()
}

// join is how a final and the initial after it sound: the end of one syllable and the start of the next. Replaced is
// false where the next starts as it is written.
func join(final, next, vowel string) (end, start string, replaced bool) {
	end = coda[final]
	switch {
	case next == "ㅇ":
		return link(final, vowel)
	case strings.HasSuffix(final, "ㅎ") && aspirate[next] != "":
		return end, aspirate[next], true
	case next == "ㄹ" && (end == "n" || end == "l"):
		return "l", "l", true
	case next == "ㄴ" && end == "l":
		return "l", "l", true
	case next == "ㄹ" && end != "":
		start, replaced = "n", true
	}
	if after, is := nasal[end]; is && (next == "ㄴ" || next == "ㅁ" || next == "ㄹ") {
		end = after
	}
	return end, start, replaced
}

// link carries the last consonant of a final over to a syllable that has none.
func link(final, vowel string) (end, start string, replaced bool) {
	letters := []rune(final)
	switch {
	case final == "" || final == "ㅇ":
		return coda[final], "", false
	case strings.HasSuffix(final, "ㅎ"): // it falls silent
		letters = letters[:len(letters)-1]
		if len(letters) == 0 {
			return "", "", false
		}
	case vowel == "i" && final == "ㄷ":
		return "", "j", true
	case vowel == "i" && final == "ㅌ":
		return "", "ch", true
	}
	last := string(letters[len(letters)-1])
	if len(letters) > 1 {
		end = coda[string(letters[:1])]
	}
	if end == "l" && last == "ㄹ" {
		end = ""
	}
	return end, onset[last], true
}
