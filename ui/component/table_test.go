package component_test

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"smartbank/ui/component"
	"smartbank/ui/text"
)

// history is a table as Transaction history inquiry has it.
func history(rows int) *component.Table {
	t := component.NewTable(
		component.Column{Title: func(c *text.Catalog) string { return c.Pick("Date", "날짜") }, Min: 11, Sort: component.Descending},
		component.Column{Title: component.Same("Description"), Min: 8, Weight: 1},
		component.Column{Title: component.Same("Kind"), Drop: 2},
		component.Column{Title: component.Same("Amount"), Right: true},
		component.Column{Title: component.Same("Balance"), Right: true, Drop: 1},
	)
	blue := english().Theme.In
	var list [][]component.Cell
	for range rows {
		list = append(list, []component.Cell{{Text: "11-05 09:12"}, {Text: "이바다 월세"}, {Text: "Transfer"}, {Text: "+50,000", Style: &blue}, {Text: "1,284,300"}})
	}
	t.SetRows(list)
	return t
}

func TestTableFitsCells(t *testing.T) {
	t.Parallel()
	wide := strings.Join([]string{
		" Date▼        Description                 Kind       Amount    Balance",
		"▌11-05 09:12  이바다 월세                 Transfer  +50,000  1,284,300",
		" 11-05 09:12  이바다 월세                 Transfer  +50,000  1,284,300",
	}, "\n")
	if got := trimLines(history(2).View(english(), 70, 10)); got != wide {
		t.Errorf("in 70 cells it is\n%s\nwant\n%s", got, wide)
	}
	middling := strings.Join([]string{
		" Date▼       Descript…  Amount   Balance",
		"▌11-05 09:12 이바다 …  +50,000 1,284,300",
	}, "\n")
	if got := trimLines(history(1).View(english(), 40, 10)); got != middling {
		t.Errorf("in 40 cells it is\n%s\nwant\n%s", got, middling)
	}
	got := ansi.Strip(history(1).View(english(), 30, 10))
	if strings.Contains(got, "Balance") || !strings.Contains(got, "+50,000") {
		t.Errorf("in 30 cells it is\n%s", got)
	}
}

func TestTableMoves(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		keys []string
		want int
	}{
		{nil, 0},
		{[]string{"up"}, 0},
		{[]string{"down", "down"}, 2},
		{[]string{"jjk"}, 1},
		{[]string{"end"}, 19},
		{[]string{"end", "down"}, 19},
		{[]string{"end", "home"}, 0},
		{[]string{"pgdown"}, 4}, // five rows in sight, one of them stays
		{[]string{"pgdown", "pgdown", "pgup"}, 4},
	} {
		table := history(20)
		table.View(english(), 80, 6)
		press(table, row.keys...)
		if got := table.Selected(); got != row.want {
			t.Errorf("%q chooses row %d, want %d", row.keys, got, row.want)
		}
		if view := table.View(english(), 80, 6); strings.Count(view, "▌") != 1 || len(lines(view)) != 6 {
			t.Errorf("after %q it is\n%s", row.keys, view)
		}
	}
	if history(2).Update(key("enter")) || history(2).Update(paste("x")) {
		t.Error("it uses what is not for it")
	}
}

func TestTablePosition(t *testing.T) {
	t.Parallel()
	table := history(25)
	table.View(english(), 80, 11)
	for _, row := range []struct {
		total int
		more  bool
		keys  []string
		look  component.Look
		want  string
	}{
		{0, false, nil, english(), "1 of 25 ▾"},
		{33, true, nil, english(), "1 of 33 ▾"},
		{0, true, []string{"end"}, english(), "25 of 25+ ▾"},
		{33, true, nil, korean(), "25 / 33 ▾"},
		{25, false, nil, english(), "25 of 25"},
	} {
		table.Total, table.More = row.total, row.more
		press(table, row.keys...)
		table.View(row.look, 80, 11)
		if got := table.Position(row.look); got != row.want {
			t.Errorf("it is %q, want %q", got, row.want)
		}
	}
}

func TestTableLoadsMore(t *testing.T) {
	t.Parallel()
	table := history(3)
	press(table, "end")
	if !table.AtEnd() || table.Rows() != 3 {
		t.Fatal("it does not notice its end")
	}
	table.Append([]component.Cell{{Text: "more"}}, nil)
	if table.AtEnd() || table.Selected() != 2 || table.Rows() != 5 {
		t.Errorf("after loading row %d of %d is chosen", table.Selected(), table.Rows())
	}
	table.Redraw([][]component.Cell{{{Text: "one"}}})
	if table.Selected() != 0 {
		t.Errorf("with one row left row %d is chosen", table.Selected())
	}
}

func TestTableWithoutRows(t *testing.T) {
	t.Parallel()
	table := history(0)
	if table.Selected() != -1 || !table.AtEnd() || table.Position(english()) != "" {
		t.Error("there is a row in an empty table")
	}
	press(table, "down", "up", "end", "pgdown")
	if got := ansi.Strip(table.View(korean(), 80, 10)); got != " 내역이 없습니다." {
		t.Errorf("it is %q", got)
	}
	table.Empty = component.Same("No deposits in this period.")
	if got := ansi.Strip(table.View(korean(), 80, 10)); got != " No deposits in this period." {
		t.Errorf("it is %q", got)
	}
}
