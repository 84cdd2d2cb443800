package bank_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"smartbank/bank"
	"smartbank/bank/banktest"
)

// remitted returns the file of a bank that sent a remittance which was credited, entry 12, and one that came back, entries 13
// and 14.
func remitted(t *testing.T) string {
	t.Helper()
	w := banktest.OpenFile(t)
	d := desk{w, w.SignIn(t, banktest.Lee).Caller(), banktest.Lee}
	d.remit(t, toBoston(100_00))
	d.remit(t, ending(toBoston(200_00), "904"))
	d.advance(t, 72*time.Hour)
	path := filepath.Join(t.TempDir(), "copy.db")
	if _, err := w.Backup(context.Background(), path); err != nil {
		t.Fatal(err)
	}
	return path
}

// TestVerifyFindsLiesAboutRemittances changes a bank's remittances behind the guards' back.
func TestVerifyFindsLiesAboutRemittances(t *testing.T) {
	t.Parallel()
	honest, err := os.ReadFile(remitted(t))
	if err != nil {
		t.Fatal(err)
	}
	for name, row := range map[string]struct{ statements, want string }{
		"nothing":           {`SELECT 1`, ""},
		"the amount":        {`UPDATE remittance SET amount=amount+1 WHERE entry_id=12`, "remittance 12: it is not of its order"},
		"the recipient":     {`UPDATE remittance SET recipient='JOHN DOE' WHERE entry_id=12`, "remittance 12: it is not of its order"},
		"the dollars":       {`UPDATE remittance SET dollars=0 WHERE entry_id=12`, "remittance 12: it is not of its order"},
		"the order":         {`UPDATE remittance SET body=replace(body,'JANE','JOHN') WHERE entry_id=12`, "remittance 12: its order is not what was hashed"},
		"no order":          {`UPDATE remittance SET body='{' WHERE entry_id=12`, "remittance 12: its order cannot be read"},
		"a remittance less": {`DELETE FROM remittance WHERE entry_id=12`, "is no remittance"},
		"a status":          {`DELETE FROM event WHERE entry_id=13 AND n=4`, "remittance 13: it is sent, and its money came back"},
		"money from abroad": {
			`UPDATE entry SET kind='cash' WHERE id=14`, "entry 14: it is of kind cash, and moves",
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			path := filepath.Join(t.TempDir(), "bank.db")
			content(honest)(t, path)
			tamper(t, path, row.statements)
			report, err := bank.Verify(t.Context(), path, banktest.Verify)
			if err != nil || (report.Difference == "") != (row.want == "") || !strings.Contains(report.Difference, row.want) {
				t.Errorf("%q, want %q (%v)", report.Difference, row.want, err)
			}
		})
	}
}

// TestIllegalStatementsAboutRemittances is for [illegal] what needs remittances.
func TestIllegalStatementsAboutRemittances(t *testing.T) {
	t.Parallel()
	db := rawOpen(t, remitted(t))
	const entry = `INSERT INTO entry(key,request_hash,kind,at,business_day) VALUES('key-of-a-test',zeroblob(32),'exchange',1800000000000000,20270115);` +
		`INSERT INTO leg(entry_id,debit_id,credit_id,currency,amount) SELECT max(e.id),a.id,b.id,'KRW',5 FROM entry e,account a,account b WHERE a.number='20035001000013' AND b.number='exchange';` +
		`INSERT INTO leg(entry_id,debit_id,credit_id,currency,amount) SELECT max(e.id),a.id,b.id,'USD',5 FROM entry e,account a,account b WHERE a.number='exchange-USD' AND b.number='nostro-USD';`
	const insert = `INSERT INTO remittance SELECT max(e.id),2,a.id,'swift','{}','US','USD',5,%,2027,'X','1','otp',0 FROM entry e,account a WHERE a.number='20035001000013'`
	dollars := func(n string) string { return strings.Replace(insert, "%", n, 1) }
	for _, c := range []struct{ what, why, statements string }{
		{"another order", "remittance cannot be changed", `UPDATE remittance SET body='{}'`},
		{"a remittance less", "remittance cannot be deleted", `DELETE FROM remittance`},
		{"a remittance of an old entry", "remittance ", strings.Replace(dollars("5"), "max(e.id)", "9", 1)},
		{"a remittance of a cash entry", "remittance is of an earlier entry", strings.Replace(entry, "'exchange',18", "'cash',18", 1) + dollars("5")},
		{"a remittance of another year", "remittance is of an earlier entry", entry + strings.Replace(dollars("5"), "2027", "2026", 1)},
		{"a remittance that sends nothing", "remittance must mirror its legs", entry[:strings.LastIndex(entry[:len(entry)-1], ";")+1] + dollars("5")},
		{"a remittance from another's account", "remittance must mirror its legs", entry + strings.Replace(dollars("5"), ",2,a.id", ",1,a.id", 1)},
		{"more than a year's", "over the limit of the year", entry + dollars("10000001")},
		{"less than nothing", "CHECK", entry + dollars("-1")},
		{"a step of a transfer", "this order takes no such step", entry + dollars("5") + `;INSERT INTO event(entry_id,n,from_state,to_state,at) SELECT max(id),1,'','submitted',1800000000000000 FROM entry`},
		{"a step of no remittance", "this order takes no such step", entry + `INSERT INTO event(entry_id,n,from_state,to_state,at) SELECT max(id),1,'','received',1800000000000000 FROM entry`},
		{"a step that skips one", "FOREIGN KEY", entry + dollars("5") + `;INSERT INTO event(entry_id,n,from_state,to_state,at) SELECT max(id),1,'','sent',1800000000000000 FROM entry`},
		{"a return without money", "no entry brings the money back", `INSERT INTO event(entry_id,n,prev_n,from_state,to_state,at) VALUES(12,5,4,'sent','returned',1800000000000000)`},
		{"money that comes back twice", "UNIQUE", `INSERT INTO entry(key,request_hash,kind,at,business_day,reverses) VALUES('key-of-a-test',zeroblob(32),'reversal',1800000000000000,20270115,13)`},
		{"what was due again", "what is due is done once", `UPDATE due SET done_at=done_at+1`},
		{"what was due undone", "what is due is done once", `UPDATE due SET done_at=NULL`},
		{"what is due at another time", "what is due is done once", `INSERT INTO due(kind,subject,at) VALUES('remittance','x',5);UPDATE due SET at=6,done_at=7 WHERE subject='x'`},
		{"what is due done before its time", "what is due is done once", `INSERT INTO due(kind,subject,at) VALUES('remittance','x',5);UPDATE due SET done_at=4 WHERE subject='x'`},
		{"what is due born done", "what is due is not done yet", `INSERT INTO due(kind,subject,at,done_at) VALUES('remittance','x',5,6)`},
		{"what was due less", "what is due stays", `DELETE FROM due`},
		{"another rate of a quote", "a quote cannot be changed", `UPDATE quote SET rate=1`},
		{"a quote for two minutes", "CHECK", `INSERT INTO quote SELECT 'x',customer_id,currency,side,unit,rate,listed,base,percent,day,notice,at,at+120000000 FROM quote LIMIT 1`},
		{"another order under review", "a prepared order cannot be changed", `UPDATE prepared_remittance SET body='{}'`},
		{"another file of rates", "a file of rates cannot be changed", `INSERT INTO rate_file(format,day,at,content) VALUES('ecb',20261105,0,x'00');UPDATE rate_file SET content=x'01'`},
		{"a file of rates less", "a file of rates cannot be deleted", `INSERT INTO rate_file(format,day,at,content) VALUES('ecb',20261105,0,x'00');DELETE FROM rate_file`},
		{"an act of an old remittance", "a remittance is of the newest entry", `INSERT INTO act(at,done_at,customer_id,kind,subject,text,body) SELECT 1800000000000000,0,2,'remittance',key,'',x'' FROM entry WHERE id=1`},
		{"another legal step", "the steps of an order are fixed", `INSERT INTO transition VALUES('credited','returned')`},
	} {
		began, err := db.BeginTx(t.Context(), nil)
		if err != nil {
			t.Fatal(err)
		}
		statements := strings.Split(c.statements, ";")
		for i, s := range statements {
			_, err := began.ExecContext(t.Context(), s)
			switch last := i == len(statements)-1; {
			case !last && err != nil:
				t.Errorf("%s: on the way there, %s: %v", c.what, s, err)
			case last && err == nil:
				t.Errorf("%s: it was allowed", c.what)
			case last && !strings.Contains(err.Error(), c.why):
				t.Errorf("%s: %v, want %q", c.what, err, c.why)
			}
		}
		if err := began.Rollback(); err != nil {
			t.Fatal(err)
		}
	}
}
