package text

import (
	_ "embed"
	"strings"
	"sync"
)

// countryFile are the countries of ISO 3166-1 and XK with their names in English and Korean, from the Unicode CLDR (as in
// golang.org/x/text v0.43.0).
//
//go:embed countries.tsv
var countryFile string

// countryNames are the two names of each country.
var countryNames = sync.OnceValue(func() map[string][2]string {
	names := map[string][2]string{}
	for line := range strings.Lines(countryFile) {
		if cells := strings.Split(strings.TrimSpace(line), "\t"); len(cells) == 3 {
			names[cells[0]] = [2]string{cells[1], cells[2]}
		}
	}
	return names
})

// Country is the name of a country by its code of ISO 3166-1; the code itself for one without a name.
func (c *Catalog) Country(code string) string {
	names, known := countryNames()[code]
	if !known {
		return code
	}
	return c.Pick(names[0], names[1])
}
