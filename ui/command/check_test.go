package command

import (
	"slices"
	"strings"
	"testing"
)

func TestReadLines(t *testing.T) {
	t.Parallel()
	long := strings.Repeat("1", 3*longestLine)
	got, err := readLines(strings.NewReader("a\r\n\n  b  \n" + long + "\nc"))
	if want := []string{"a", "b", long[:longestLine], "c"}; err != nil || !slices.Equal(got, want) {
		t.Errorf("%q, %v", got, err)
	}
}
