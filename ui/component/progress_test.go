package component_test

import (
	"testing"
	"time"

	"smartbank/ui/component"
)

// TestTimeToGo tells how long work takes still, once that can be told.
func TestTimeToGo(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		gone        time.Duration
		done, total int64
		left        time.Duration
		known       bool
	}{
		"too early to say": {900 * time.Millisecond, 100, 1000, 0, false},
		"nothing is done":  {5 * time.Second, 0, 1000, 0, false},
		"all is done":      {5 * time.Second, 1000, 1000, 0, false},
		"a quarter":        {10 * time.Second, 250, 1000, 30 * time.Second, true},
		"most of it":       {2 * time.Minute, 900_000, 1_000_000, 13 * time.Second, true},
	} {
		if left, known := component.TimeToGo(test.gone, test.done, test.total); left != test.left || known != test.known {
			t.Errorf("%s: %v, %t", name, left, known)
		}
	}
}
