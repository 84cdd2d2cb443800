package bank_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"

	"smartbank/bank"
	"smartbank/bank/banktest"
	"smartbank/bank/calendar"
)

// noMemos is a bank whose accounts are empty.
var noMemos = sync.OnceValues(func() (*bank.Image, error) {
	o := banktest.Opening()
	o.Entries = nil
	return bank.NewImage(context.Background(), o, options())
})

// withMemos is a bank in which Kim's account has postings with these memos, of
// which every third takes money out.
func withMemos(t *testing.T, memos []string) (*bank.Bank, bank.Caller) {
	t.Helper()
	image, err := noMemos()
	if err != nil {
		t.Fatal(err)
	}
	b, err := bank.OpenImage(t.Context(), image, options())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { b.Close() })
	if err := b.BookMemos(t.Context(), banktest.KimMain, memos); err != nil {
		t.Fatal(err)
	}
	c, err := b.Authenticate(t.Context(), banktest.Kim, banktest.Password(banktest.Kim))
	if err != nil {
		t.Fatal(err)
	}
	return b, c
}

// index indexes so many memos of Kim's account.
func index(t *testing.T, b *bank.Bank, memos int) {
	t.Helper()
	if _, err := b.IndexMemos(t.Context(), banktest.KimMain, memos); err != nil {
		t.Fatal(err)
	}
}

// searchAll is every position that a query finds, over all pages.
func searchAll(t *testing.T, b *bank.Bank, c bank.Caller, q bank.HistoryQuery) (found []int64) {
	t.Helper()
	today := calendar.DateOf(banktest.Start)
	q.Account, q.From, q.To = banktest.KimMain, today.AddMonths(-1), today
	for {
		page, err := b.History(t.Context(), c, q)
		if err != nil {
			t.Fatalf("search for %q: %v", q.Text, err)
		}
		for _, p := range page.Rows {
			found = append(found, p.Seq)
		}
		if page.Next == 0 {
			return found
		}
		q.After = page.Next
	}
}

// scanned is what a search has to find: a comparison with each memo.
func scanned(memos []string, q bank.HistoryQuery) (found []int64) {
	for i, memo := range memos {
		out := i%3 == 2
		if q.Flow == bank.Deposits && out || q.Flow == bank.Withdrawals && !out {
			continue
		}
		if strings.Contains(bank.Folded(memo), bank.Folded(q.Text)) {
			found = append(found, int64(i+1))
		}
	}
	if !q.OldestFirst {
		slices.Reverse(found)
	}
	return found
}

// memoText are pieces of what people write in memos, and of what nobody does.
var memoText = rapid.SliceOfN(rapid.SampledFrom([]string{
	"월세", "급여", "이체", "급여이체", "월", "세", "카페 우체국앞", "Café", "CAFÉ", "cafe", "우체국", " ", "%", "_", "'", `"`, `\`, "*", "^", ":", "-", "(", ")",
	"AND", "OR", "NOT", "NEAR", "2026", "20261105", "10026001000017", "0001", "12", "3", "ㅇㅅ", "ㅏ", "x", "İ", "ß", "\x00", "\ue025", "\xff", "한",
	norm.NFD.String("월세"), "👍", "é",
}), 0, 5)

func drawMemo(t *rapid.T, label string) string {
	return strings.Join(memoText.Draw(t, label), "")
}

// Whatever has been indexed, a search finds what comparing each memo finds.
func TestASearchFindsWhatAScanFinds(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(rt *rapid.T) {
		memos := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) string { return drawMemo(t, "memo") }), 1, 100).Draw(rt, "memos")
		b, c := withMemos(t, memos)
		defer b.Close()
		for range 4 {
			index(t, b, rapid.IntRange(0, 50).Draw(rt, "indexed"))
			q := bank.HistoryQuery{
				Text:        drawMemo(rt, "text"),
				Flow:        rapid.SampledFrom([]bank.Flow{bank.AllFlows, bank.Deposits, bank.Withdrawals}).Draw(rt, "flow"),
				Limit:       rapid.IntRange(1, 5).Draw(rt, "limit"),
				OldestFirst: rapid.Bool().Draw(rt, "oldest first"),
			}
			if got, want := searchAll(t, b, c, q), scanned(memos, q); !slices.Equal(got, want) {
				rt.Fatalf("%+v finds %v in %q, want %v", q, got, memos, want)
			}
		}
		agrees(t, b, "")
	})
}

// agrees fails unless verify finds that difference of the index to the memos.
func agrees(t *testing.T, b *bank.Bank, want string) {
	t.Helper()
	report, err := b.Verify(t.Context())
	if got := report.Difference; err != nil || !strings.Contains(got, want) || (want == "") != (got == "") {
		t.Errorf("the index differs: %q, %v, want %q", got, err, want)
	}
}

func TestASearchedAccountIsIndexedAfterwards(t *testing.T) {
	t.Parallel()
	memos := make([]string, bank.IndexFrom+bank.IndexFrom/2)
	for i := range memos {
		memos[i] = fmt.Sprintf("급여 %d", i)
	}
	b, c := withMemos(t, memos)
	q := bank.HistoryQuery{Text: "급여 77", Limit: 100}
	want := scanned(memos, q)
	for n := 0; n < len(memos); { // while it is indexed, and after
		if got := searchAll(t, b, c, q); !slices.Equal(got, want) {
			t.Fatalf("with %d memos indexed it finds %v, want %v", n, got, want)
		}
		var err error
		if n, err = b.Indexed(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	if got := searchAll(t, b, c, q); !slices.Equal(got, want) {
		t.Errorf("with all memos indexed it finds %v, want %v", got, want)
	}
	agrees(t, b, "")
}

func TestAnAccountWithFewMemosHasNoIndex(t *testing.T) {
	t.Parallel()
	b, c := withMemos(t, []string{"급여", "월세", "급여"})
	if got := searchAll(t, b, c, bank.HistoryQuery{Text: "급여"}); !slices.Equal(got, []int64{3, 1}) {
		t.Errorf("it finds %v", got)
	}
	if n, err := b.Indexed(t.Context()); err != nil || n != 0 {
		t.Errorf("%d memos are indexed, %v", n, err)
	}
}

// An index may lie, or be gone: the search is told apart from the books.
func TestAnIndexThatLies(t *testing.T) {
	t.Parallel()
	// The newest are read before the index is asked.
	memos := append([]string{"월세", "급여", "월세 11월"}, slices.Repeat([]string{"편의점"}, 30)...)
	for _, c := range []struct {
		name, statement, difference string
		found                       []int64
	}{
		{"and has no more of a memo", "INSERT INTO memo_gram(memo_gram) VALUES ('delete-all')", "should have 1", nil},
		{"and has a memo that is not there", "UPDATE memo_reach SET seq = 34", "more memos than there are", []int64{3, 1}},
		{"and has a memo twice", "INSERT INTO memo_gram(rowid, grams) SELECT (account_id << 32) + 2, '월세' FROM memo_reach", "has 3 memos", []int64{3, 1}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			b, caller := withMemos(t, memos)
			index(t, b, 100)
			agrees(t, b, "")
			if err := b.Meddle(t.Context(), c.statement); err != nil {
				t.Fatal(err)
			}
			agrees(t, b, c.difference)
			if got := searchAll(t, b, caller, bank.HistoryQuery{Text: "월세", Limit: 1}); !slices.Equal(got, c.found) {
				t.Errorf("it finds %v", got)
			}
			if err := b.ForgetIndex(t.Context()); err != nil {
				t.Fatal(err)
			}
			agrees(t, b, "")
			index(t, b, 100)
			agrees(t, b, "")
			if got := searchAll(t, b, caller, bank.HistoryQuery{Text: "월세", Limit: 1}); !slices.Equal(got, []int64{3, 1}) {
				t.Errorf("made again, it finds %v", got)
			}
		})
	}
}

func TestASearchNeedsNoIndex(t *testing.T) {
	t.Parallel()
	for _, gone := range []string{"DROP TABLE memo_gram", "DROP TABLE memo_reach"} {
		b, caller := withMemos(t, []string{"월세", "급여", "월세 11월"})
		index(t, b, 2)
		if err := b.Meddle(t.Context(), gone); err != nil {
			t.Fatal(err)
		}
		for _, oldest := range []bool{true, false} {
			q := bank.HistoryQuery{Text: "월세", OldestFirst: oldest, Limit: 1}
			if got := searchAll(t, b, caller, q); len(got) != 2 {
				t.Errorf("after %s it finds %v", gone, got)
			}
		}
	}
}

// What is damaged is the index, not the books: orders go on beside it.
func TestADamagedIndexIsMadeAgain(t *testing.T) {
	t.Parallel()
	w := banktest.OpenFile(t)
	c := w.SignIn(t, banktest.Kim).Caller()
	memos := make([]string, bank.IndexFrom+1)
	for i := range memos {
		memos[i] = "월세"
	}
	if err := w.BookMemos(t.Context(), banktest.KimMain, memos); err != nil {
		t.Fatal(err)
	}
	index(t, w.Bank, 2)
	rawExec(t, w.Path, "UPDATE memo_gram_data SET block = x'00000000' WHERE id > 1", "UPDATE memo_gram_data SET block = x'ffff' WHERE id <= 10")
	if _, err := w.IndexMemos(t.Context(), banktest.KimMain, 10); err == nil {
		t.Error("the index was not damaged")
	}
	for n := 0; n <= bank.IndexFrom; {
		if got := searchAll(t, w.Bank, c, bank.HistoryQuery{Text: "월세", Limit: 90}); len(got) != len(memos) {
			t.Fatalf("with %d memos indexed it finds %d", n, len(got))
		}
		if err := pay(t.Context(), w, bank.OwnCash, string(banktest.LeeMain), won(1)); err != nil {
			t.Fatal(err)
		}
		var err error
		if n, err = w.Indexed(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	agrees(t, w.Bank, "")
}

func TestGramsOfMemos(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		text      string
		memo, ask []string
	}{
		{"", nil, nil},
		{"월", nil, nil},
		{"월세", []string{"월세"}, []string{"월세"}},
		{"급여이체", []string{"급여", "여이", "이체"}, []string{"급여", "여이", "이체"}},
		{"a b", []string{"a\ue020", "\ue020b"}, []string{"a\ue020", "\ue020b"}},
		{"abab", []string{"ab", "ba"}, []string{"ab", "ba"}},
		{"123", []string{"12", "23"}, []string{"12", "23"}},
		{"12345", []string{"12", "1234", "23", "2345", "34", "45"}, []string{"1234", "2345"}},
		{"1234원", []string{"12", "1234", "23", "34", "4원"}, []string{"1234", "4원"}},
	} {
		if got := bank.MemoGrams(c.text); !slices.Equal(got, c.memo) {
			t.Errorf("%q has %q", c.text, got)
		}
		if got := bank.TextGrams(c.text); !slices.Equal(got, c.ask) {
			t.Errorf("%q asks for %q", c.text, got)
		}
	}
}

// A memo with a text in it has every gram that is asked for, and a gram is one
// word of SQLite's tokenizer, without what its queries mean something by.
func FuzzGrams(f *testing.F) {
	f.Add("급여이체 11월", 3, 9)
	f.Add("10026001000017", 2, 9)
	f.Add(`"AND" * ^ - : NEAR(`, 0, 19)
	f.Add("a\xffb\x00c", 1, 4)
	f.Add(norm.NFD.String("카페 Ärger"), 2, 12)
	f.Fuzz(func(t *testing.T, memo string, from, to int) {
		if from < 0 || to < from || to > len(memo) {
			t.Skip("no part of the memo")
		}
		memo, text := bank.Folded(memo), bank.Folded(memo[from:to])
		if !strings.Contains(memo, text) {
			return // it began or ended within a character
		}
		has := bank.MemoGrams(memo)
		for _, one := range bank.TextGrams(text) {
			if !slices.Contains(has, one) {
				t.Errorf("%q in %q asks for %q, which is not one of %q", text, memo, one, has)
			}
			for _, r := range one {
				if r < 0x80 && !unicode.IsLetter(r) && !unicode.IsDigit(r) {
					t.Errorf("%q has a gram %q", text, one)
				}
			}
		}
	})
}

// Reading a passbook looks things up: no statement of it reads a table from end to
// end, or sorts.
func TestHistoriesAreLookedUp(t *testing.T) {
	t.Parallel()
	w := banktest.Open(t)
	for name, args := range map[string][]any{
		"history_range":        {7, 20260101, 20261231},
		"history_before":       {7, 20260101},
		"posting_balance":      {7, 1},
		"history_newest_first": {7, 1, 100, 0, 26, "071"},
		"history_oldest_first": {7, 1, 100, 0, 26, "071"},
		"memo_newest_first":    {7, 1, 100, 0},
		"memo_oldest_first":    {7, 1, 100, 0},
		"memo_tail":            {7, 1, 100},
		"memo_reach":           {7},
		"account_own":          {"10026001000017", 1},
		"session_state":        {"", 1},
		"newest_entry":         nil,
	} {
		looksUp(t, w, name, bank.Query(name), args...)
	}
	for _, name := range []string{"gram_newest_first", "gram_oldest_first"} {
		looksUp(t, w, name, bank.Query(name), 7, 1, 100, 0, `"월세"`)
	}
}

func looksUp(t *testing.T, w *banktest.World, name, statement string, args ...any) {
	t.Helper()
	steps, err := w.Explain(t.Context(), statement, args...)
	if err != nil || len(steps) == 0 {
		t.Errorf("%s: %v", name, err)
	}
	for _, step := range steps {
		indexed := strings.HasPrefix(step, "SCAN g VIRTUAL TABLE INDEX") || step == "SCAN newest" && name == "newest_entry"
		page := strings.HasPrefix(name, "history_") && (step == "SCAN c" || step == "USE TEMP B-TREE FOR ORDER BY") // of the rows that were chosen
		if (strings.HasPrefix(step, "SCAN ") || strings.Contains(step, "TEMP B-TREE")) && !indexed && !page {
			t.Errorf("%s: %s", name, steps)
		}
	}
}
