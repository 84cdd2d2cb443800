package bank_test

import (
	"context"
	"database/sql"
	"strings"
	"testing"

	"smartbank/bank/banktest"
)

// illegal is what nobody may do to the books, with raw SQL and all foreign keys on:
// statements of which the last one is refused. Names in braces become row ids, and {entry} a new entry.
var illegal = []struct{ what, why, statements string }{
	// Money comes from nowhere.
	{"a posting without a leg", "posting must mirror a leg", `INSERT INTO posting VALUES({kim},99,1,500,500,0,'')`},
	{
		"the other side of a leg once more", "posting must mirror a leg",
		`INSERT INTO posting SELECT account_id,seq+1,leg_id,amount,balance+amount,at,memo FROM posting WHERE account_id={kim} ORDER BY seq DESC LIMIT 1`,
	},
	{"a higher balance", "balance changes only through a leg", `UPDATE account SET posted=posted+1 WHERE id={kim}`},
	{"a lower balance", "balance changes only through a leg", `UPDATE account SET posted=posted-1 WHERE id={kim}`},
	{
		"a balance with the leg before as its reason", "balance changes only through a leg",
		`UPDATE account SET posted=posted+1,last_seq=last_seq+1,last_leg=1 WHERE id={kim}`,
	},
	{"another number of the last posting", "balance changes only through a leg", `UPDATE account SET last_seq=7 WHERE id={kim}`},
	{"another last leg", "balance changes only through a leg", `UPDATE account SET last_leg=last_leg+1 WHERE id={kim}`},
	{"another time of the last posting", "balance changes only through a leg", `UPDATE account SET last_at=0 WHERE id={kim}`},
	{
		"an account born with money", "account is born empty",
		`INSERT INTO account(number,currency,kind,opened_at,posted) VALUES('vault','KRW','internal',0,5)`,
	},
	{
		"an account born with postings", "account is born empty",
		`INSERT INTO account(number,currency,kind,opened_at,last_seq) VALUES('vault','KRW','internal',0,5)`,
	},

	// Legs that are none.
	{"a leg of nothing", "amount>0", `{entry};INSERT INTO leg(entry_id,debit_id,credit_id,currency,amount) VALUES({new},{kim},{lee},'KRW',0)`},
	{"a leg of less than nothing", "amount>0", `{entry};INSERT INTO leg(entry_id,debit_id,credit_id,currency,amount) VALUES({new},{kim},{lee},'KRW',-1)`},
	{"a leg of half a won", "cannot store REAL", `{entry};INSERT INTO leg(entry_id,debit_id,credit_id,currency,amount) VALUES({new},{kim},{lee},'KRW',0.5)`},
	{"a leg of words", "cannot store TEXT", `{entry};INSERT INTO leg(entry_id,debit_id,credit_id,currency,amount) VALUES({new},{kim},{lee},'KRW','much')`},
	{"a leg to itself", "debit_id<>credit_id", `{entry};INSERT INTO leg(entry_id,debit_id,credit_id,currency,amount) VALUES({new},{kim},{kim},'KRW',1)`},
	{"dollars between accounts in won", "FOREIGN KEY", `{entry};INSERT INTO leg(entry_id,debit_id,credit_id,currency,amount) VALUES({new},{kim},{lee},'USD',1)`},
	{"won to an account in dollars", "FOREIGN KEY", `{entry};INSERT INTO leg(entry_id,debit_id,credit_id,currency,amount) VALUES({new},{kim},{dollars},'KRW',1)`},
	{"a leg of no entry", "leg is of an earlier entry", `INSERT INTO leg(entry_id,debit_id,credit_id,currency,amount) VALUES(999,{kim},{lee},'KRW',1)`},
	{"a leg more for an old entry", "leg is of an earlier entry", `INSERT INTO leg(entry_id,debit_id,credit_id,currency,amount) VALUES(1,{kim},{lee},'KRW',1)`},
	{"a leg from a closed account", "account not open", `{entry};INSERT INTO leg(entry_id,debit_id,credit_id,currency,amount) VALUES({new},{closed},{lee},'KRW',1)`},
	{"a leg to a closed account", "account not open", `{entry};INSERT INTO leg(entry_id,debit_id,credit_id,currency,amount) VALUES({new},{lee},{closed},'KRW',1)`},
	{
		"a leg from a frozen account", "account not open",
		`UPDATE account SET status='frozen' WHERE id={kim};{entry};INSERT INTO leg(entry_id,debit_id,credit_id,currency,amount) VALUES({new},{kim},{lee},'KRW',1)`,
	},
	{"a leg below the floor", "account_floor", `{entry};INSERT INTO leg(entry_id,debit_id,credit_id,currency,amount) VALUES({new},{kim},{lee},'KRW',1284301)`},
	{
		"a leg below what is held", "account_floor",
		`UPDATE account SET held=1284300 WHERE id={kim};{entry};INSERT INTO leg(entry_id,debit_id,credit_id,currency,amount) VALUES({new},{kim},{lee},'KRW',1)`,
	},
	{"a hold below the floor", "account_floor", `UPDATE account SET held=1284301 WHERE id={kim}`},
	{"a hold of less than nothing", "held>=0", `UPDATE account SET held=-1 WHERE id={kim}`},
	{
		"more than there are numbers", "cannot store REAL",
		`{entry};INSERT INTO leg(entry_id,debit_id,credit_id,currency,amount) VALUES({new},{cash},{lee},'KRW',9223372036854775807)`,
	},

	// The past.
	{"another amount of a posting", "posting cannot be changed", `UPDATE posting SET amount=1 WHERE account_id={kim}`},
	{"another memo of a posting", "posting cannot be changed", `UPDATE posting SET memo='gift' WHERE account_id={kim}`},
	{"a posting less", "posting cannot be deleted", `DELETE FROM posting WHERE account_id={kim} AND seq=1`},
	{"a posting replaced", "posting", `REPLACE INTO posting SELECT account_id,seq,leg_id,amount,balance,at,'gift' FROM posting WHERE account_id={kim} AND seq=1`},
	{"another amount of a leg", "leg cannot be changed", `UPDATE leg SET amount=1`},
	{"a leg less", "leg cannot be deleted", `DELETE FROM leg WHERE id=1`},
	{"a leg replaced", "leg", `REPLACE INTO leg SELECT * FROM leg WHERE id=1`},
	{"another day of an entry", "entry cannot be changed", `UPDATE entry SET business_day=20250101`},
	{"an entry less", "entry cannot be deleted", `DELETE FROM entry WHERE id=1`},
	{"an entry replaced", "entry", `REPLACE INTO entry SELECT * FROM entry WHERE id=1`},
	{"an entry twice", "entry.key", `INSERT INTO entry(key,request_hash,kind,at,business_day) SELECT key,request_hash,kind,at,business_day FROM entry ORDER BY id DESC LIMIT 1`},
	{"an entry of yesterday", "entry is out of order", `INSERT INTO entry(key,request_hash,kind,at,business_day) VALUES('key-of-a-test',zeroblob(32),'cash',1577836800000000,20200101)`},
	{"an entry on another day", "entry is out of order", `INSERT INTO entry(key,request_hash,kind,at,business_day) VALUES('key-of-a-test',zeroblob(32),'cash',1800000000000000,20270114)`},
	{"an entry of no kind", "CHECK", `INSERT INTO entry(key,request_hash,kind,at,business_day) VALUES('key-of-a-test',zeroblob(32),'gift',1800000000000000,20270115)`},
	{"an entry with half a hash", "request_hash", `INSERT INTO entry(key,request_hash,kind,at,business_day) VALUES('key-of-a-test',zeroblob(16),'cash',1800000000000000,20270115)`},
	{
		"an entry reversed twice", "entry.reverses",
		`INSERT INTO entry(key,request_hash,kind,at,business_day,reverses) VALUES('key-of-a-test-1',zeroblob(32),'reversal',1800000000000000,20270115,1);` +
			`INSERT INTO entry(key,request_hash,kind,at,business_day,reverses) VALUES('key-of-a-test-2',zeroblob(32),'reversal',1800000000000000,20270115,1)`,
	},

	// Accounts.
	{"no floor", "account cannot be changed", `UPDATE account SET floor=NULL WHERE id={kim}`},
	{"a lower floor", "account cannot be changed", `UPDATE account SET floor=-1000 WHERE id={kim}`},
	{"another owner", "account cannot be changed", `UPDATE account SET customer_id=2 WHERE id={kim}`},
	{"another currency", "account cannot be changed", `UPDATE account SET currency='USD' WHERE id={kim}`},
	{"another number", "account cannot be changed", `UPDATE account SET number='10026001999999' WHERE id={kim}`},
	{"an account less", "account cannot be deleted", `DELETE FROM account WHERE id={spare}`},
	{"a closed account that opens again", "account stays closed", `UPDATE account SET status='open' WHERE id={closed}`},
	{"a status nobody knows", "CHECK", `UPDATE account SET status='gone' WHERE id={kim}`},
	{
		"a customer's account of thirteen digits", "CHECK",
		`INSERT INTO account(number,currency,kind,customer_id,product,opened_at,floor) VALUES('1002600100001','KRW','customer',1,'01',0,0)`,
	},
	{
		"a customer's account of another product", "CHECK",
		`INSERT INTO account(number,currency,kind,customer_id,product,opened_at,floor) VALUES('10026001000099','KRW','customer',1,'02',0,0)`,
	},
	{
		"a customer's account without a floor", "CHECK",
		`INSERT INTO account(number,currency,kind,customer_id,product,opened_at) VALUES('10026001000099','KRW','customer',1,'01',0)`,
	},
	{
		"a customer's account of nobody", "CHECK",
		`INSERT INTO account(number,currency,kind,product,opened_at,floor) VALUES('10026001000099','KRW','customer','01',0,0)`,
	},
	{"an account in a currency nobody knows", "FOREIGN KEY", `INSERT INTO account(number,currency,kind,opened_at) VALUES('vault','XXX','internal',0)`},

	// Days and limits.
	{"lower totals of a day", "a day must mirror its postings", `UPDATE account_day SET in_total=0 WHERE account_id={kim}`},
	{"a day that has not been", "a day must mirror its postings", `INSERT INTO account_day VALUES({kim},20301231,1,1,0,0,0,0)`},
	{"a day less", "a day cannot be deleted", `DELETE FROM account_day WHERE account_id={kim}`},
	{
		"a transfer over what may be sent at once", "over the limit of one transfer",
		`{entry};INSERT INTO leg(entry_id,debit_id,credit_id,currency,amount) VALUES({new},{kim},{cash},'KRW',1000001);` +
			`INSERT INTO transfer VALUES({new},1,{kim},'004','12345678901234','박지훈',1000001,0,'','','card',0)`,
	},
	{
		"transfers over what may be sent in a day", "customer_day_limit",
		`INSERT INTO customer_limit VALUES(1,1,1799999999999999,1000000,3000000,1000000,1000);{entry};INSERT INTO leg(entry_id,debit_id,credit_id,currency,amount) VALUES({new},{kim},{cash},'KRW',1001);` +
			`INSERT INTO transfer VALUES({new},1,{kim},'004','12345678901234','박지훈',1001,0,'','','card',0)`,
	},
	{
		"a transfer that moved nothing", "transfer must mirror a leg",
		`{entry};INSERT INTO transfer VALUES({new},1,{kim},'004','12345678901234','박지훈',1,0,'','','card',0)`,
	},
	{
		"a transfer from somebody else's account", "transfer must mirror a leg",
		`{entry};INSERT INTO leg(entry_id,debit_id,credit_id,currency,amount) VALUES({new},{kim},{cash},'KRW',5);` +
			`INSERT INTO transfer VALUES({new},2,{kim},'004','12345678901234','박지훈',5,0,'','','card',0)`,
	},
	{"less sent that day", "a day must mirror its transfers", `UPDATE customer_day SET out_total=out_total-1`},
	{"a higher limit of that day", "a day must mirror its transfers", `UPDATE customer_day SET out_limit=out_limit+1,out_total=out_total+1`},
	{"a day of transfers less", "a day cannot be deleted", `DELETE FROM customer_day`},
	{"a day of transfers made up", "a day must mirror its transfers", `INSERT INTO customer_day VALUES(1,20301231,0,1000,10)`},
	{"another amount of a transfer", "transfer cannot be changed", `UPDATE transfer SET amount=1`},
	{"a transfer less", "transfer cannot be deleted", `DELETE FROM transfer`},

	// The steps of an order. The demonstration's first transfer is completed.
	{"an order completed before it was submitted", "CHECK", `{entry};INSERT INTO event(entry_id,n,prev_n,from_state,to_state,at) VALUES({new},1,NULL,'submitted','completed',1800000000000000)`},
	{"an order born completed", "FOREIGN KEY", `{entry};INSERT INTO event(entry_id,n,prev_n,from_state,to_state,at) VALUES({new},1,NULL,'','completed',1800000000000000)`},
	{"an order completed twice", "FOREIGN KEY", `INSERT INTO event(entry_id,n,prev_n,from_state,to_state,at) VALUES({sent},3,2,'completed','completed',1800000000000000)`},
	{"an order rejected after it was completed", "FOREIGN KEY", `INSERT INTO event(entry_id,n,prev_n,from_state,to_state,at) VALUES({sent},3,2,'completed','rejected',1800000000000000)`},
	{"a step from where the order is not", "FOREIGN KEY", `INSERT INTO event(entry_id,n,prev_n,from_state,to_state,at) VALUES({sent},3,2,'pending','completed',1800000000000000)`},
	{"a step left out", "CHECK", `INSERT INTO event(entry_id,n,prev_n,from_state,to_state,at) VALUES({sent},4,2,'completed','reversed',1800000000000000)`},
	{"a second first step", "UNIQUE", `INSERT INTO event(entry_id,n,prev_n,from_state,to_state,at) VALUES({sent},1,NULL,'','submitted',1800000000000000)`},
	{"a step that follows nothing", "CHECK", `INSERT INTO event(entry_id,n,prev_n,from_state,to_state,at) VALUES({sent},3,NULL,'completed','reversed',1800000000000000)`},
	{"another step", "event cannot be changed", `UPDATE event SET to_state='rejected'`},
	{"a step less", "event cannot be deleted", `DELETE FROM event`},
	{"a step made legal", "the steps of an order are fixed", `INSERT INTO transition VALUES('rejected','completed')`},
	{"a legal step less", "the steps of an order are fixed", `DELETE FROM transition`},

	// What the bank is.
	{"another key of the passwords", "setting cannot be changed", `UPDATE setting SET value=zeroblob(32) WHERE name='pin_key'`},
	{"no name", "setting cannot be deleted", `DELETE FROM setting`},
	{
		"two open sessions on one channel", "UNIQUE",
		`INSERT INTO session VALUES('a',1,'pc',0,NULL,NULL);INSERT INTO session VALUES('b',1,'pc',0,NULL,NULL)`,
	},
	{
		"a refusal less", "refusal cannot be deleted",
		`INSERT INTO refusal(key,customer_id,from_number,institution,number,recipient,amount,own_memo,recipient_memo,requested_at,at,code) VALUES('k',1,'','','','',1,'','',0,0,'X');` +
			`DELETE FROM refusal`,
	},
	{"an account of ours among the others", "CHECK", `INSERT INTO counterparty VALUES('071','12345678901','A','B','open')`},
}

func TestIllegalStatementsAreRefused(t *testing.T) {
	t.Parallel()
	db := rawOpen(t, fileOf(t))
	for _, c := range illegal {
		statements := strings.Split(fill(t, db, c.statements), ";")
		began, err := db.BeginTx(t.Context(), nil)
		if err != nil {
			t.Fatal(err)
		}
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

// fill puts row ids for names in braces.
func fill(t *testing.T, db *sql.DB, text string) string {
	t.Helper()
	one := func(query string, args ...any) (id string) {
		if err := db.QueryRowContext(context.Background(), query, args...).Scan(&id); err != nil {
			t.Fatalf("%s %v: %v", query, args, err)
		}
		return id
	}
	account := func(number string) string { return one("SELECT id FROM account WHERE number = ?", number) }
	return strings.NewReplacer(
		"{kim}", account(string(banktest.KimMain)), "{lee}", account(string(banktest.LeeMain)), "{spare}", account(string(banktest.KimSpare)),
		"{closed}", account(string(banktest.KimClosed)), "{dollars}", account(string(banktest.KimDollars)), "{cash}", account("cash"),
		"{sent}", one("SELECT min(entry_id) FROM transfer"), "{new}", one("SELECT max(id)+1 FROM entry"),
		"{entry}", "INSERT INTO entry(key,request_hash,kind,at,business_day) VALUES('key-of-a-test',zeroblob(32),'transfer',1800000000000000,20270115)",
	).Replace(text)
}
