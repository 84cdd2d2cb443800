package command

import (
	"embed"
	"fmt"
	"slices"
	"strings"
	"sync"

	"smartbank/bank"
)

// codeFiles hold the tapes of the refusals, by area: a section === CODE ... is the tape of each of
// its codes, === @name a fragment of tapes, === BANK that of the reasons of other banks.
//
//go:embed codes/*.tape
var codeFiles embed.FS

// codeSections are the sections by their names. A mistake in them is a programmer's,
// which a test finds.
var codeSections = sync.OnceValue(func() map[string][]string {
	sections := map[string][]string{}
	files, err := codeFiles.ReadDir("codes")
	if err != nil {
		panic(err)
	}
	for _, file := range files {
		content, err := codeFiles.ReadFile("codes/" + file.Name())
		if err != nil {
			panic(err)
		}
		_, all, _ := strings.Cut("\n"+string(content), "\n=== ") // what stands before is about the file
		for section := range strings.SplitSeq(all, "\n=== ") {
			names, body, _ := strings.Cut(section, "\n")
			for name := range strings.FieldsSeq(names) {
				sections[name] = strings.Split(strings.TrimSpace(body), "\n")
			}
		}
	}
	return sections
})

// codeTape is the tape that provokes a refusal in the demonstration bank, and whether
// there is one. What no key provokes has a tape of commands, each in a comment # $ smartbank ….
func codeTape(code bank.Code) (source string, found bool) {
	name, facts := string(code), []string{"{code}", string(code), "{reason}", code.Reason()}
	if code.Reason() != "" {
		name = "BANK"
	}
	lines := codeSections()[name]
	if lines == nil {
		return "", false
	}
	body := strings.Join(expand(lines, nil), "\n")
	return fmt.Sprintf("# %s in the demonstration bank.\n", code) + strings.NewReplacer(facts...).Replace(body) + "\n", true
}

// expand puts fragments in the place of the lines that name them, and words in the
// place of {1}, {2} and so on.
func expand(lines, words []string) []string {
	var all []string
	for _, line := range lines {
		for i, word := range words {
			line = strings.ReplaceAll(line, fmt.Sprintf("{%d}", i+1), word)
		}
		if !strings.HasPrefix(line, "@") {
			all = append(all, line)
			continue
		}
		called := strings.Fields(line)
		all = slices.Concat(all, expand(codeSections()[called[0]], called[1:]))
	}
	return all
}
