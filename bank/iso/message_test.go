package iso_test

import (
	"reflect"
	"testing"
	"time"

	"pgregory.net/rapid"

	"smartbank/bank/calendar"
	"smartbank/bank/iso"
)

var created = time.Date(2026, time.November, 5, 10, 0, 0, 0, calendar.Seoul)

func TestMessagesAreReadBackAsTheTransferTheyWereWrittenFrom(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		c := transfers().Draw(t, "transfer")
		mt, err := c.MT103()
		if err != nil {
			t.Fatal(err)
		}
		read, err := iso.ParseMT103(mt)
		if err != nil {
			t.Fatalf("%v\n%s", err, mt)
		}
		if !reflect.DeepEqual(read.Transfer, c) {
			t.Fatalf("read %+v\nwant %+v\n%s", read.Transfer, c, mt)
		}
		group := iso.Group{Created: created, Business: rapid.Bool().Draw(t, "business header")}
		pacs, err := c.Pacs008(group)
		if err != nil {
			t.Fatal(err)
		}
		parsed, err := iso.ParsePacs008(pacs)
		if err != nil {
			t.Fatalf("%v\n%s", err, pacs)
		}
		if !reflect.DeepEqual(parsed.Transfer, c) {
			t.Fatalf("read %+v\nwant %+v\n%s", parsed.Transfer, c, pacs)
		}
		if g := parsed.Group; g.ID != c.Reference || !g.Created.Equal(created) || g.Business != group.Business {
			t.Fatalf("group %+v", g)
		}
	})
}
