package command

import (
	"slices"
	"strings"
	"testing"

	"smartbank/bank"
)

// TestTapesOfRefusalsAreOfRefusals finds a section of a refusal that there is not, a
// fragment that nothing has or uses, and a fault that the bank does not know.
func TestTapesOfRefusalsAreOfRefusals(t *testing.T) {
	t.Parallel()
	used := map[string]bool{}
	for _, lines := range codeSections() {
		for _, line := range lines {
			if fragment, _, _ := strings.Cut(line, " "); strings.HasPrefix(fragment, "@") {
				used[fragment] = true
			}
		}
	}
	codes := allCodes()
	for name := range codeSections() {
		switch {
		case strings.HasPrefix(name, "@"):
			if !used[name] {
				t.Errorf("nothing uses %s", name)
			}
			delete(used, name)
		case name != "BANK" && !slices.Contains(codes, bank.Code(name)):
			t.Errorf("no refusal is called %s", name)
		}
	}
	if len(used) > 0 {
		t.Errorf("these are used and nowhere: %v", used)
	}
	for _, code := range codes {
		source, _ := codeTape(code)
		if strings.ContainsAny(source, "{}") {
			t.Errorf("%s is not filled in:\n%s", code, source)
		}
		if _, err := bank.ParseFault(string(code)); err != nil && strings.Contains(source, "Set Fault") {
			t.Errorf("%s: %v", code, err)
		}
	}
}
