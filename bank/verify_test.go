package bank_test

import (
	"bytes"
	"database/sql"
	"math"
	"os"
	"strings"
	"testing"
	"time"

	"smartbank/bank"
	"smartbank/bank/banktest"
)

// tamper changes a file past all guards, and leaves them as they were. They are taken out of the schema and put
// back as rows of it: SQLite need not read a hundred of them again for each change.
func tamper(t *testing.T, path, statements string) {
	t.Helper()
	db := rawOpen(t, path)
	guards := triggers(t, db)
	change(t, db, "PRAGMA writable_schema=1", "DELETE FROM sqlite_schema WHERE type='trigger'")
	if err := db.Close(); err != nil { // the next connection knows none
		t.Fatal(err)
	}
	db = rawOpen(t, path)
	change(t, db, "PRAGMA foreign_keys=0", "PRAGMA ignore_check_constraints=1", "PRAGMA synchronous=OFF", "BEGIN")
	change(t, db, strings.Split(fill(t, db, statements), ";")...)
	change(t, db, "COMMIT", "PRAGMA writable_schema=1", "BEGIN")
	for _, g := range guards {
		if _, err := db.ExecContext(t.Context(), "INSERT INTO sqlite_schema VALUES('trigger',?,?,0,?)", g.name, g.table, g.text); err != nil {
			t.Fatal(err)
		}
	}
	change(t, db, "COMMIT")
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
}

// change runs statements one after another.
func change(t *testing.T, db *sql.DB, statements ...string) {
	t.Helper()
	for _, s := range statements {
		if _, err := db.ExecContext(t.Context(), s); err != nil {
			t.Fatalf("%s: %v", s, err)
		}
	}
}

// trigger is a guard as the schema has it.
type trigger struct{ name, table, text string }

func triggers(t *testing.T, db *sql.DB) (all []trigger) {
	t.Helper()
	rows, err := db.QueryContext(t.Context(), "SELECT name, tbl_name, sql FROM sqlite_schema WHERE type='trigger'")
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	for rows.Next() {
		var g trigger
		if err := rows.Scan(&g.name, &g.table, &g.text); err != nil {
			t.Fatal(err)
		}
		all = append(all, g)
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	return all
}

func TestVerifyFindsWhatWasTamperedWith(t *testing.T) {
	t.Parallel()
	kim, lee := string(banktest.KimMain), string(banktest.LeeMain)
	for _, c := range []struct{ what, statements, want string }{
		{
			"a balance", `UPDATE account SET posted=posted+1 WHERE id={kim}`,
			"account " + kim + ": the balance is 1284301, and its postings add up to 1284300",
		},
		{
			"two balances, so that the sum still holds", `UPDATE account SET posted=posted-5 WHERE id={lee};UPDATE account SET posted=posted+5 WHERE id={kim}`,
			"account " + kim + ": the balance is 1284305, and its postings add up to 1284300",
		},
		{"the number of the last posting", `UPDATE account SET last_seq=9 WHERE id={kim}`, "account " + kim + ": the last posting is 5, and should be 9"},
		{"the last leg", `UPDATE account SET last_leg=1 WHERE id={kim}`, "account " + kim + ": the last leg is 11, and should be 1"},
		{"the time of the last posting", `UPDATE account SET last_at=1 WHERE id={kim}`, "account " + kim + ": the time of the last posting is another"},
		{"a posting's amount", `UPDATE posting SET amount=amount+1 WHERE account_id={kim} AND seq=2`, "leg 8: the posting on account " + kim + " has 1000001 instead of 1000000"},
		{"a posting's memo on the account credited", `UPDATE posting SET memo='gift' WHERE account_id={kim} AND seq=2`, "leg 8: the posting on account " + kim + " has another memo"},
		{"a posting's memo on the account debited", `UPDATE posting SET memo='gift' WHERE account_id={lee} AND seq=2`, "leg 9: the posting on account " + lee + " has another memo"},
		{"a posting's time", `UPDATE posting SET at=at+1 WHERE account_id={kim} AND seq=2`, "leg 8: the posting on account " + kim + " has another time"},
		{"a posting's leg", `UPDATE posting SET leg_id=2 WHERE account_id={kim} AND seq=5`, "account " + kim + ": posting 5 has no leg on this account"},
		{"a posting removed", `DELETE FROM posting WHERE account_id={kim} AND seq=5`, "leg 11: the posting on account " + kim + " is missing"},
		{
			"a posting copied", `INSERT INTO posting SELECT account_id,6,leg_id,amount,balance,at,memo FROM posting WHERE account_id={kim} AND seq=5`,
			"account " + kim + ": posting 6 is the second one of leg 11",
		},
		{
			"a posting of somebody else's leg", `INSERT INTO posting SELECT {spare},1,leg_id,amount,balance,at,memo FROM posting WHERE account_id={kim} AND seq=5`,
			"account " + string(banktest.KimSpare) + ": posting 1 has no leg on this account",
		},
		{"a running balance", `UPDATE posting SET balance=balance+7 WHERE account_id={kim} AND seq=3`, "account " + kim + ": the balance after posting 3 is 1550007, and should be 1550000"},
		{"the numbers of postings", `UPDATE posting SET seq=9 WHERE account_id={kim} AND seq=5`, "account " + kim + ": posting 9 does not follow another"},
		{"a leg's amount", `UPDATE leg SET amount=1 WHERE id=8`, "leg 8: the posting on account " + kim + " has 1000000 instead of 1"},
		{"a leg turned round", `UPDATE leg SET amount=-amount WHERE id=8`, "leg 8: it moves -1000000 from account 2 to account 21"},
		{"an entry's kind", `UPDATE entry SET kind='gift' WHERE id=8`, "entry 8: no entry is of kind gift"},
		{"a hold of less than nothing", `UPDATE account SET held=-5 WHERE id={kim}`, "account " + kim + ": -5 is held"},
		{
			"whose account it is", `UPDATE account SET customer_id=NULL WHERE id={spare}`,
			"account " + string(banktest.KimSpare) + ": it is no account of a customer, and none of the bank",
		},
		{"a transfer's fee", `UPDATE transfer SET fee=-1 WHERE entry_id=10`, "transfer 10: it is of 266000 and a fee of -1"},
		{"a leg's memo", `UPDATE leg SET credit_memo='gift' WHERE id=8`, "leg 8: the posting on account " + kim + " has another memo"},
		{"a leg's account", `UPDATE leg SET debit_id={lee} WHERE id=8`, "account clearing: posting 1 has no leg on this account"},
		{"a leg removed", `DELETE FROM leg WHERE id=8`, "entry 8 has no leg"},
		{"an entry's day", `UPDATE entry SET business_day=20260926 WHERE id=8`, "entry 8 is of the business day 20260926, but of the time of 20260925"},
		{
			"an entry's time", `UPDATE entry SET at=at-90*86400000000,business_day=20260627 WHERE id=9;UPDATE posting SET at=at-90*86400000000 WHERE leg_id=9`,
			"entry 9 is of the business day 20260627, but of the time of 20260712",
		},
		{"the order of entries", `UPDATE entry SET at=at-90*86400000000,business_day=20260712 WHERE id=9`, "entry 9 is earlier than the one before"},
		{"an entry removed", `DELETE FROM entry WHERE id=8`, "leg 8: its entry is missing"},
		{
			"a leg out of nothing, on one account", `UPDATE account SET posted=posted+5,last_seq=6,last_leg=12 WHERE id={kim};` +
				`INSERT INTO leg VALUES(12,11,{cash},{kim},'KRW',5,'','');INSERT INTO posting SELECT {kim},6,12,5,1284305,at,'' FROM posting WHERE leg_id=11 AND account_id={kim}`,
			"leg 12: the posting on account cash is missing",
		},
		{"an overdraft", `UPDATE account SET floor=2000000 WHERE id={kim}`, "account " + kim + ": 1284300 is available, and at least 2000000 has to be"},
		{"a floor", `UPDATE account SET floor=NULL WHERE id={kim}`, "account " + kim + ": 1284300 is available, and at least 0 has to be"},
		{"a hold", `UPDATE account SET held=1284301 WHERE id={kim}`, "account " + kim + ": -1 is available, and at least 0 has to be"},
		{"a day's total", `UPDATE account_day SET in_total=1 WHERE account_id={kim} AND day=20260925`, "account " + kim + ": the totals of day 20260925 are not those of its postings"},
		{"a day's first posting", `UPDATE account_day SET first_seq=1 WHERE account_id={kim} AND day=20260925`, "account " + kim + ": the totals of day 20260925 are not those of its postings"},
		{"a day removed", `DELETE FROM account_day WHERE account_id={kim} AND day=20260925`, "account " + kim + ": the totals of day 20260925 are not those of its postings"},
		{"a day made up", `INSERT INTO account_day VALUES({kim},20260926,1,1,0,0,0,0)`, "account " + kim + ": the totals of day 20260926 are not those of its postings"},
		{"what was sent in a day", `UPDATE customer_day SET out_total=1 WHERE customer_id=1`, "customer kim: 1 was sent on day 20261020, and should be 266000"},
		{"a day of transfers removed", `DELETE FROM customer_day WHERE customer_id=1`, "customer kim: 0 was sent on day 20261020, and should be 266000"},
		{"a day of transfers made up", `INSERT INTO customer_day VALUES(1,20261021,0,1,0)`, "customer kim: 0 was sent on day 20261021, and should be 0"},
		{"a day's limit", `UPDATE customer_day SET out_limit=1000 WHERE customer_id=1`, "customer kim: 266000 was sent on day 20261020, over the limit of 1000"},
		{"a day's limit, raised", `UPDATE customer_day SET out_limit=9000000 WHERE customer_id=1`, "customer kim: the limit of day 20261020 is 9000000, and should be 3000000"},
		{"a day's last transfer", `UPDATE customer_day SET last_entry=9 WHERE customer_id=1`, "customer kim: the last transfer of day 20261020 is 9, and should be 10"},
		{"the limit of one transfer", `UPDATE customer SET limit_each=1000 WHERE id=1`, "transfer 10: 266000 is over the limit of 1000"},
		{
			"a transfer's amount", `UPDATE transfer SET amount=1 WHERE entry_id=10;UPDATE customer_day SET out_total=1 WHERE customer_id=1`,
			"transfer 10: no leg of its entry moves 1 from account " + kim + " to 12345678901234",
		},
		{
			"a transfer's recipient in this bank", `UPDATE transfer SET number='10026001000028' WHERE entry_id=9`,
			"transfer 9: no leg of its entry moves 50000 from account " + lee + " to 10026001000028",
		},
		{"whose transfer it was", `UPDATE account SET customer_id=2 WHERE id={kim}`, "transfer 10: account " + kim + " is not of customer kim"},
		{"what a transfer's entry is", `UPDATE entry SET kind='fee' WHERE id=10`, "transfer 10: its entry is of kind fee"},
		{"days of more postings than there are numbers", `UPDATE account_day SET first_seq=1,last_seq=9223372036854775807 WHERE account_id={cash}`, "amounts add up to more than there are numbers"},
		{"one account in another currency", `UPDATE account SET currency='USD' WHERE id={kim}`, "all balances in KRW together are -1284300, and should be 0"},
		{"a transfer removed", `DELETE FROM transfer WHERE entry_id=10`, "customer kim: 266000 was sent on day 20261020, and should be 0"},
		{"an order's end removed", `DELETE FROM event WHERE entry_id=10 AND n=2`, "transfer 10: it is submitted"},
		{"an order's steps removed", `DELETE FROM event WHERE entry_id=10`, "transfer 10: it is without any step"},
		{"an order's first step removed", `DELETE FROM event WHERE entry_id=10 AND n=1`, "entry 10: step 1 is missing"},
		{
			"a step that is not legal", `UPDATE event SET to_state='pending' WHERE entry_id=10 AND n=1;UPDATE event SET from_state='pending' WHERE entry_id=10 AND n=2`,
			"entry 10: step 1, from  to pending, is not legal",
		},
		{"a step from somewhere else", `UPDATE event SET from_state='pending' WHERE entry_id=10 AND n=2`, "entry 10: step 2 starts from pending, and the one before ended in submitted"},
		{"the legal steps", `INSERT INTO transition VALUES('rejected','completed')`, "the legal steps of an order are not those of this program"},
		{"the bank's key", `UPDATE setting SET value=x'00' WHERE name='pin_key'`, "setting pin_key is missing or not as long as it should be"},
		{"the bank's name", `DELETE FROM setting WHERE name='bank_id'`, "setting bank_id is missing or not as long as it should be"},
		{"a session of nobody", `INSERT INTO session VALUES('a',99,'pc',0,NULL,NULL)`, "a row of session refers to a row of customer that is not there"},
		{"a status nobody knows", `UPDATE account SET status='gone' WHERE id={spare}`, "account " + string(banktest.KimSpare) + ": no account is gone"},
		{"an index", `DROP INDEX posting_by_leg`, "index posting_by_leg is missing"},
		{
			"a limit off the record", `INSERT INTO customer_limit VALUES(1,1,1800000000000000,1000000,3000000,900000,2000000)`,
			"customer kim: the limits of 1000000 and 3000000 are not those on record",
		},
		{
			"a record of limits", `INSERT INTO customer_limit VALUES(1,1,1800000000000000,900000,3000000,800000,3000000);` +
				`INSERT INTO customer_limit VALUES(2,1,1800000000000000,900000,3000000,700000,3000000);UPDATE customer SET limit_each=700000 WHERE id=1`,
			"customer kim: limit 2 does not follow the one before",
		},
		{"a name behind an order", `UPDATE transfer SET recipient='최지우' WHERE entry_id=10`, "seal 1: legs 1 to 11, or what belongs to them, are not what was sealed"},
		{"an act", `UPDATE act SET text='yes' WHERE id=2`, "seal 1: legs 1 to 11, or what belongs to them, are not what was sealed"},
		{"when an act was done", `UPDATE act SET done_at=at+1 WHERE id=2`, "act 2 was done after it was kept"},
		{"when an act was kept", `UPDATE act SET at=0,done_at=0 WHERE id=2`, "act 2 is earlier than the one before"},
		{"a certificate's owner", `UPDATE certificate SET customer_id=2 WHERE id=1`, "certificate 1: no act registered it"},
		{"a certificate's number", `UPDATE certificate SET serial='7' WHERE id=1`, "certificate 1: no act registered it"},
		{"the end of a certificate", `UPDATE certificate SET ended_at=registered_at,reason='discarded' WHERE id=1`, "certificate 1: no act ended it"},
		{"a certificate less", `DELETE FROM certificate WHERE id=2`, "act 2: no certificate changed by it"},
		{
			"a signature of no order", `INSERT INTO act VALUES(3,1800000000000000,1800000000000000,1,'signature','key-of-a-test','',x'00')`,
			"act 3: it signs the order key-of-a-test, which is not there",
		},
		{
			"an order unsigned after a signed one", `INSERT INTO act SELECT 3,e.at,e.at,t.customer_id,'signature',e.key,'',x'00' FROM entry e JOIN transfer t ON t.entry_id=e.id WHERE e.id={sent}`,
			"transfer 10: it is not signed, and one before it is",
		},
		{"a certificate issued for an approval without a code", `INSERT INTO approval(key,customer_id,renews,planned_at) VALUES('approval-of-a-test',1,'',0);` + tamperedIssue, "issued certificate 1: nothing approved it"},
		{"a certificate issued without a step", tamperedApproval + tamperedIssue, "issued certificate 1: it does not begin pending"},
		{
			"a revoked certificate that is good again",
			tamperedApproval + tamperedIssue + `INSERT INTO issued_step VALUES(1,1,'pending',0,5),(2,1,'revoked',4,5),(3,1,'good',0,5)`,
			"step 3 of an issued certificate: from revoked to good",
		},
		{
			"a step of a certificate before its time", tamperedApproval + tamperedIssue + `INSERT INTO issued_step VALUES(1,1,'pending',0,5),(2,1,'revoked',4,4)`,
			"step 2 of an issued certificate is earlier than the one before",
		},
		{
			"a good certificate of an open approval", tamperedApproval + tamperedIssue + `INSERT INTO issued_step VALUES(1,1,'pending',0,5),(2,1,'good',0,5)`,
			"issued certificate 1: it is good, and its approval is not done",
		},
		{"a consent given once more", `INSERT INTO consent VALUES(99,1,1,1800000000000000)`, "consent 99: it cannot follow the one before"},
		{"a seal", `UPDATE seal SET hash=zeroblob(32)`, "seal 1: legs 1 to 11, or what belongs to them, are not what was sealed"},
		{"a table of somebody else's", `CREATE TABLE photo(id INTEGER)`, "table photo is not of this program"},
	} {
		t.Run(c.what, func(t *testing.T) {
			t.Parallel()
			path := fileOf(t)
			tamper(t, path, c.statements)
			report, err := bank.Verify(t.Context(), path, banktest.Verify)
			if err != nil || report.Difference != c.want {
				t.Errorf("verify: %v\n got %q\nwant %q", err, report.Difference, c.want)
			}
		})
	}
}

// What somebody writes who makes certificates behind the guards' back: an approval, and a certificate issued for it.
const (
	tamperedApproval = `INSERT INTO approval(key,customer_id,renews,planned_at,account_id,reference,code_mac,until,policy)
 SELECT 'approval-of-a-test',1,'',1800000000000000,id,'123456789012',zeroblob(32),1900000000000000,'1.2' FROM account WHERE number='10026001000017';`
	tamperedIssue = `INSERT INTO issued VALUES(1,'yessign','1f','CN=x',printf('%064d',1),x'30','approval-of-a-test','');`
)

// What was sent before a limit was lowered was within the limit of then.
func TestVerifyRemembersTheLimitsOfThen(t *testing.T) {
	t.Parallel()
	d := open(t, banktest.Kim)
	d.send(t, toPark(300_000))
	d.meddle(t, lowerEach)
	d.Clock.Advance(time.Hour)
	d.send(t, toPark(299_999))
	d.meddle(t, lowerDay) // banktest verifies the books when the test ends
	_, err := d.Prepare(t.Context(), d.caller, toPark(1), pin())
	refused(t, err, bank.CodeOverDailyLimit)
}

func TestVerifyFindsGuardsThatAreNotWhatTheyWere(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ statements, want string }{
		{"DROP TRIGGER posting_stays", "trigger posting_stays is missing"},
		{
			"DROP TRIGGER posting_stays;CREATE TRIGGER posting_stays BEFORE DELETE ON posting BEGIN SELECT 1",
			"trigger posting_stays is not what this version makes",
		},
		{"CREATE TRIGGER tip AFTER INSERT ON leg BEGIN SELECT 1", "trigger tip is not of this program"},
	} {
		path := fileOf(t)
		var todo []string
		for s := range strings.SplitSeq(c.statements, ";") {
			if strings.HasPrefix(s, "CREATE") {
				s += "; END"
			}
			todo = append(todo, s)
		}
		rawExec(t, path, todo...)
		report, err := bank.Verify(t.Context(), path, banktest.Verify)
		if err != nil || report.Difference != c.want {
			t.Errorf("verify: %v, got %q, want %q", err, report.Difference, c.want)
		}
	}
}

func TestVerifyFindsNothingWrongWithAnHonestBank(t *testing.T) {
	t.Parallel()
	path := fileOf(t)
	before := photograph(t, path[:len(path)-len("/bank.db")])
	report, err := bank.Verify(t.Context(), path, banktest.Verify)
	want := bank.Report{Accounts: 50, Entries: 11, Legs: 11, Postings: 22, Transfers: 2, Newest: time.Date(2026, time.November, 1, 0, 0, 0, 0, time.UTC)}
	want.Head = report.Head
	if err != nil || report != want || len(report.Head) != 64 {
		t.Errorf("verify: %v, %+v, want %+v", err, report, want)
	}
	if report.Ahead(want.Newest.Add(-24*time.Hour)) || !report.Ahead(want.Newest.Add(-24*time.Hour-time.Second)) {
		t.Error("books are ahead of the clock from another time on than Open refuses them")
	}
	if after := photograph(t, path[:len(path)-len("/bank.db")]); len(after) != 1 || after[0] != before[0] {
		t.Errorf("verifying left %q", after)
	}
}

// Sums of balances in any order can be beyond int64, though none of them is.
func TestVerifyAddsUpTheLargestAmounts(t *testing.T) {
	t.Parallel()
	w := banktest.Open(t)
	for _, own := range []string{bank.OwnFees, bank.OwnInterest} {
		to := map[string]bank.AccountNumber{bank.OwnFees: banktest.KimSpare, bank.OwnInterest: banktest.KimMain}[own]
		left := math.MaxInt64 - w.Balance(t, to).Minor()
		if err := pay(t.Context(), w, own, string(to), krw(left)); err != nil {
			t.Fatal(err)
		}
	}
	if report, err := w.Verify(t.Context()); err != nil || report.Difference != "" {
		t.Errorf("verify: %v, %q", err, report.Difference)
	}
}

func TestVerifySeesWhatOnlyTheLogHas(t *testing.T) {
	t.Parallel()
	w := banktest.OpenFile(t)
	if err := pay(t.Context(), w, string(banktest.KimMain), bank.OwnCash, krw(1)); err != nil {
		t.Fatal(err)
	}
	before, err := os.ReadFile(w.Path)
	if err != nil {
		t.Fatal(err)
	}
	report, err := bank.Verify(t.Context(), w.Path, banktest.Verify)
	if err != nil || report.Difference != "" || report.Entries != 12 {
		t.Errorf("verify: %v, %+v", err, report)
	}
	after, err := os.ReadFile(w.Path)
	if err != nil || !bytes.Equal(before, after) {
		t.Errorf("the file was altered (%v)", err)
	}
}

func TestVerifyFindsDamage(t *testing.T) {
	t.Parallel()
	path := fileOf(t)
	page := rootOf(t, path, "posting")
	file, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := file.WriteAt(make([]byte, 4096), (page-1)*4096); err != nil {
		t.Fatal(err)
	}
	if err := file.Close(); err != nil {
		t.Fatal(err)
	}
	report, err := bank.Verify(t.Context(), path, banktest.Verify)
	if err != nil || !strings.Contains(report.Difference, "the file is damaged") {
		t.Errorf("verify: %v, %q", err, report.Difference)
	}
}

func rootOf(t *testing.T, path, table string) (page int64) {
	t.Helper()
	db, err := sql.Open("sqlite", "file:"+path+"?mode=ro&immutable=1")
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if err := db.QueryRowContext(t.Context(), "SELECT rootpage FROM sqlite_schema WHERE name=?", table).Scan(&page); err != nil {
		t.Fatal(err)
	}
	return page
}
