package text

import (
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode"

	"smartbank/bank"
	"smartbank/bank/calendar"
	"smartbank/bank/money"
)

// TestCatalogs fails for a word that is missing in a language, and for one that
// was left in the other.
func TestCatalogs(t *testing.T) {
	t.Parallel()
	for _, l := range []Lang{English, Korean} {
		walk(t, string(l), reflect.ValueOf(*In(l)))
	}
}

// walk reports the empty words below v.
func walk(t *testing.T, path string, v reflect.Value) {
	t.Helper()
	switch v.Kind() {
	case reflect.String:
		if v.String() == "" && !strings.HasSuffix(path, ".Lead") {
			t.Errorf("%s is missing", path)
		}
		if strings.HasPrefix(path, "en.") && path != "en.Keys.Language" && hangul(v.String()) {
			t.Errorf("%s is Korean: %s", path, v.String())
		}
	case reflect.Func:
		if v.IsNil() {
			t.Errorf("%s is missing", path)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if f := v.Type().Field(i); f.IsExported() {
				walk(t, path+"."+f.Name, v.Field(i))
			}
		}
	case reflect.Slice, reflect.Array:
		if v.Len() == 0 && !strings.HasSuffix(path, ".Notes") && !strings.HasSuffix(path, ".Steps") {
			t.Errorf("%s is empty", path)
		}
		for i := range v.Len() {
			walk(t, path, v.Index(i))
		}
	case reflect.Map:
		if v.Len() == 0 {
			t.Errorf("%s is empty", path)
		}
		for _, k := range v.MapKeys() {
			walk(t, path+"."+k.String(), v.MapIndex(k))
		}
	default:
		t.Errorf("%s is a %s, which no test looks into", path, v.Kind())
	}
}

func hangul(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return unicode.Is(unicode.Hangul, r) })
}

// TestExplain fails for a refusal without a problem or an advice in a language.
func TestExplain(t *testing.T) {
	t.Parallel()
	for _, code := range slices.Concat(bank.Codes(), bank.Reasons()) {
		for _, l := range []Lang{English, Korean} {
			refused := &bank.RefusedError{
				Code: code, Account: "01234502678901", Name: "Lee Bada", Medium: bank.SecurityCard, Tries: 2, Max: bank.MaxTries,
				Available: money.New(1_284_300, money.KRW), Limit: money.New(5_000_000, money.KRW), Day: calendar.Date{Year: 2026, Month: 11, Day: 5},
			}
			m := In(l).Explain(refused)
			if m == In(l).Frame.Fault {
				t.Errorf("%s has no words in %s", code, l)
			}
			if m.Problem == "" || m.Advice == "" {
				t.Errorf("%s in %s: problem %q, advice %q", code, l, m.Problem, m.Advice)
			}
			if got := hangul(m.Problem) && hangul(m.Advice); got != (l == Korean) {
				t.Errorf("%s in %s reads %q %q", code, l, m.Problem, m.Advice)
			}
		}
	}
}

// TestExplainFault checks that a fault promises nothing, and that an unknown
// outcome is called one.
func TestExplainFault(t *testing.T) {
	t.Parallel()
	for _, l := range []Lang{English, Korean} {
		c := In(l)
		if got := c.Explain(bank.ErrUnknown); got != c.Frame.Unknown {
			t.Errorf("an unknown outcome in %s reads %v", l, got)
		}
		if got := c.Explain(&bank.FileError{Reason: bank.FileLocked}); got != c.Frame.Fault {
			t.Errorf("a fault in %s reads %v", l, got)
		}
	}
}

// TestMenuNames holds the menu's English names to those of the service's page.
func TestMenuNames(t *testing.T) {
	t.Parallel()
	m := In(English).Menu
	got := []string{
		m.AllMenus, m.Login, m.Settings, m.Rates, m.Swift, m.Eurogiro, m.Search, m.Accounts, m.History, m.Transfer, m.Realtime, m.Results,
		m.FX, m.SwiftSearch, m.EurogiroSearch, m.Certificate, m.CertInfo, m.CertIssue, m.CertImport, m.CertExport, m.CertRegister, m.CertRenew,
		m.CertDiscard, m.CertPassword, m.CertConsent,
	}
	want := []string{
		"All Menus", "Login", "Settings", "Exchange rate inquiry", "SWIFT remittance", "Eurogiro remittance", "Search", "Account inquiry",
		"Transaction history inquiry", "Transfer", "Real time transfer", "Search transfer result", "F/X", "Search SWIFT remittance",
		"Search Eurogiro remittance", "Joint certificate", "Certificate service information", "Issue/reissue a certificate", "Import a certificate",
		"Export a certificate", "Register another institute's certificate", "Renew a certificate", "Discard a certificate",
		"Change/delete the certificate password", "Pre-consent/ change of certificate issuance",
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("the menu reads\n%q\nthe service's page\n%q", got, want)
	}
}
