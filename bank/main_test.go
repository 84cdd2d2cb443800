package bank_test

import (
	"flag"
	"fmt"
	"os"
	"strconv"
	"testing"

	"smartbank/bank/prooftest"
)

// TestMain bounds how often properties are tried, unless a flag says: the race
// detector makes each try about ten times slower.
func TestMain(m *testing.M) {
	if path := os.Getenv(advanceVariable); path != "" {
		os.Exit(advanceChild(path))
	}
	flag.Parse()
	const checks = "rapid.checks"
	said := false
	flag.Visit(func(f *flag.Flag) { said = said || f.Name == checks })
	if !said {
		if err := flag.Set(checks, strconv.Itoa(prooftest.Count(100, 1000, 10))); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(2)
		}
	}
	os.Exit(m.Run())
}
