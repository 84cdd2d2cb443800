package paper

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

var look = Look{At: time.Date(2026, time.November, 5, 10, 0, 0, 0, time.UTC)}

// read is the text of a PDF as pdftotext finds it, with the layout.
func read(t *testing.T, file []byte) string {
	t.Helper()
	if _, err := exec.LookPath("pdftotext"); err != nil {
		t.Skip("pdftotext (poppler-utils) is not installed")
	}
	name := filepath.Join(t.TempDir(), "x.pdf")
	if err := os.WriteFile(name, file, 0o600); err != nil {
		t.Fatal(err)
	}
	out, err := exec.CommandContext(t.Context(), "pdftotext", "-layout", name, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	return string(out)
}

var receipt = Receipt{
	Bank: "우체국 Korea Post", Title: "이체 확인증", Code: "20261105-0000123",
	Lines: []Line{
		{"보낸 분", "홍길동 012345-02-•••901"},
		{"받는 분", "이바다 543210-02-123456"},
		{"금액", "1,284,300원"},
		{"메모", strings.Repeat("아주 긴 메모가 여기에 있습니다 ", 8) + "끝"},
		{"Dangerous", "a\x1b[31mb\x00c"},
	},
	Foot: "This is a demonstration. 시연용입니다.",
}

func TestReceiptIsReadBack(t *testing.T) {
	t.Parallel()
	file, err := receipt.PDF(look)
	if err != nil {
		t.Fatal(err)
	}
	text := read(t, file)
	for _, want := range []string{"이체 확인증", "홍길동 012345-02-•••901", "1,284,300원", "끝", "a[31mbc", "시연용입니다."} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not in it:\n%s", want, text)
		}
	}
	if pages := strings.Count(text, "\f"); pages != 1 {
		t.Errorf("it has %d pages", pages)
	}
}

func TestSheetsAreTheSameBytesEveryTime(t *testing.T) {
	t.Parallel()
	a, errA := receipt.PDF(look)
	b, errB := receipt.PDF(look)
	if errA != nil || errB != nil || !bytes.Equal(a, b) {
		t.Error("two receipts of one order differ", errA, errB)
	}
}

// sheetOf is a statement of n rows.
func sheetOf(n int) Statement {
	s := Statement{
		Bank: "Korea Post", Title: "거래내역", Page: "Page",
		Head:    []Line{{"Account", "012345-02-678901"}, {"Period", "2026-10-06 – 2026-11-05"}},
		Columns: []Column{{"Date", 3, false}, {"Description", 5, false}, {"Amount", 3, true}, {"Balance", 3, true}},
		Foot:    []Line{{"Closing", "1,284,300"}},
	}
	for i := range n {
		s.Rows = append(s.Rows, []string{"2026-11-05 09:12", fmt.Sprintf("거래 %d", i), "−50,000", "1,284,300"})
	}
	return s
}

func TestStatementHasEveryRow(t *testing.T) {
	t.Parallel()
	for _, n := range []int{0, 1, 39, 40, 41, 300} {
		file, err := sheetOf(n).PDF(t.Context(), look, nil)
		if err != nil {
			t.Fatal(err)
		}
		text := read(t, file)
		for i := range n {
			if !strings.Contains(text, fmt.Sprintf("거래 %d ", i)) {
				t.Errorf("of %d rows number %d is missing", n, i)
			}
		}
		pages := strings.Count(text, "\f")
		if last := fmt.Sprintf("Page %d / %d", pages, pages); !strings.Contains(text, last) || !strings.Contains(text, "Closing") {
			t.Errorf("with %d rows %q or the foot is missing:\n%s", n, last, text)
		}
	}
}

func TestStatementCanBeStopped(t *testing.T) {
	t.Parallel()
	ctx, stop := context.WithCancel(t.Context())
	told := 0
	_, err := sheetOf(2000).PDF(ctx, look, func(rows int) {
		told = rows
		if rows >= 400 {
			stop()
		}
	})
	if !errors.Is(err, context.Canceled) || told > 600 {
		t.Errorf("it went on to row %d: %v", told, err)
	}
}

func TestCheckFont(t *testing.T) {
	t.Parallel()
	if err := CheckFont(Font("가A1 …")); err != nil {
		t.Error("our own font:", err)
	}
	for name, file := range map[string][]byte{"nothing": nil, "a text": []byte("this is no font at all, but long enough")} {
		if CheckFont(file) == nil {
			t.Errorf("%s passes for a font", name)
		}
	}
}

func BenchmarkReceipt(b *testing.B) {
	for b.Loop() {
		if _, err := receipt.PDF(look); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkStatementOf10000Rows(b *testing.B) {
	s := sheetOf(10_000)
	for b.Loop() {
		if _, err := s.PDF(b.Context(), look, nil); err != nil {
			b.Fatal(err)
		}
	}
}
