package text

import (
	"testing"

	"smartbank/bank/iso"
)

func TestEveryCountryHasTwoNames(t *testing.T) {
	t.Parallel()
	for _, code := range iso.Countries() {
		en, ko := In(English).Country(code), In(Korean).Country(code)
		if en == code || ko == code || hangul(en) || !hangul(ko) {
			t.Errorf("%s is %q and %q", code, en, ko)
		}
	}
	if got := In(English).Country("QQ"); got != "QQ" {
		t.Errorf("a country that is none is %q", got)
	}
}
