package conformancetest_test

import (
	"testing"

	"smartbank/bank/banktest"
	"smartbank/bank/conformancetest"
)

func TestMemory(t *testing.T) {
	t.Parallel()
	conformancetest.Run(t, banktest.Open)
}

func TestFile(t *testing.T) {
	t.Parallel()
	conformancetest.Run(t, banktest.OpenFile)
}
