package text

import "testing"

func TestParticlesFollowTheirWords(t *testing.T) {
	t.Parallel()
	for _, row := range []struct{ word, given, want string }{
		{"F1", "을", "을"},
		{"F2", "을", "를"},
		{".h", "을", "를"},
		{".l", "를", "을"},
		{"Ctrl+R", "를", "을"},
		{"z", "을", "를"},
		{"F10", "은", "은"},
		{"F10", "으로", "으로"},
		{"F8", "으로", "로"},
		{"F6", "로", "으로"},
		{"l", "로", "로"},
		{"k", "으로", "로"},
		{"F3", "가", "이"},
		{"F4", "이", "가"},
		{"F9", "과", "와"},
		{"일본 엔", "로", "으로"},
		{"미국 달러", "으로", "로"},
		{"이체 메일", "으로", "로"},
		{"프랑", "는", "은"},
		{"한글", "를", "을"},
		{"F1", "부터", "부터"},
		{"", "을", "를"},
	} {
		if got := Particle(row.word, row.given); got != row.want {
			t.Errorf("%s%s is said %s%s, want %s", row.word, row.given, row.word, got, row.want)
		}
	}
}
