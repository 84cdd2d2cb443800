package text

import "strings"

// Reading is how a number of won is read in Korean, as banks write it beside an
// amount: "1백 23만 4천" for 1,234,000. It is "" for 0 and below.
//
// Numbers are read in groups of four digits (만, 억, 조, 경). Thousands and
// hundreds of a group get their own word, what is left stays a number.
func Reading(won int64) string {
	units := []string{"", "만", "억", "조", "경"}
	var words []string
	for i := 0; won > 0; i++ {
		group := group(int(won % 10000))
		won /= 10000
		if group == nil {
			continue
		}
		group[len(group)-1] += units[i]
		words = append(group, words...)
	}
	return strings.Join(words, " ")
}

// group reads a number below 10,000 in words: 4,500 is 4천, 5백.
func group(n int) []string {
	var words []string
	if n >= 1000 {
		words = append(words, itoa(n/1000)+"천")
	}
	if n%1000 >= 100 {
		words = append(words, itoa(n%1000/100)+"백")
	}
	if n%100 > 0 {
		words = append(words, itoa(n%100))
	}
	return words
}
