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
	{
		"a day that takes the posting of the next one", "a day must mirror its postings",
		`{entry};INSERT INTO leg(entry_id,debit_id,credit_id,currency,amount) VALUES({new},{kim},{lee},'KRW',5);` +
			`UPDATE account_day SET last_seq=last_seq+1,out_total=out_total+5,out_count=out_count+1 WHERE account_id={kim} AND day=(SELECT max(day) FROM account_day WHERE account_id={kim} AND day<20270115)`,
	},
	{
		"a posting taken once more by its day", "a day must mirror its postings",
		`{entry};INSERT INTO leg(entry_id,debit_id,credit_id,currency,amount) VALUES({new},{kim},{lee},'KRW',5);UPDATE account_day SET out_total=out_total+5,out_count=out_count+1 WHERE account_id={kim} AND day=20270115`,
	},
	{
		"a day that begins with the posting of an earlier one", "a day must mirror its postings",
		`{entry};INSERT INTO account_day SELECT account_id,20270115,seq,seq,max(amount,0),amount>0,max(-amount,0),amount<0 FROM posting WHERE account_id={kim} ORDER BY seq DESC LIMIT 1`,
	},
	{
		"a day less for a leg that replaces", "leg",
		`{entry};INSERT OR REPLACE INTO leg(id,entry_id,debit_id,credit_id,currency,amount) VALUES((SELECT max(id) FROM leg),{new},{kim},{lee},'KRW',5)`,
	},
	{"a leg below the floor that is to be ignored", "posting must mirror a leg", `{entry};INSERT OR IGNORE INTO leg(entry_id,debit_id,credit_id,currency,amount) VALUES({new},{kim},{lee},'KRW',1284301)`},
	{"a leg from a closed account that is to be ignored", "account not open", `{entry};INSERT OR IGNORE INTO leg(entry_id,debit_id,credit_id,currency,amount) VALUES({new},{closed},{lee},'KRW',1)`},
	{"a posting that replaces one", "posting", `INSERT OR REPLACE INTO posting SELECT account_id,seq,leg_id,amount,balance,0,memo FROM posting WHERE account_id={kim} ORDER BY seq DESC LIMIT 1`},
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
		"transfers over what may be sent in a day that are to be ignored", "transfer must count on its day",
		`INSERT INTO customer_limit VALUES(1,1,1799999999999999,1000000,3000000,1000000,1000);{entry};INSERT INTO leg(entry_id,debit_id,credit_id,currency,amount) VALUES({new},{kim},{cash},'KRW',1001);` +
			`INSERT OR IGNORE INTO transfer VALUES({new},1,{kim},'004','12345678901234','박지훈',1001,0,'','','card',0)`,
	},

	// A transfer by one statement is asked what its parts are.
	{"a booked transfer below the floor", "account_floor", `{books}(VALUES({new},'key-of-a-test',{time},1,{kim},{cash},'KRW','004','1',1284301,'completed'))`},
	{"a booked transfer below the floor that is to be ignored", "posting must mirror a leg", `{ignores}(VALUES({new},'key-of-a-test',{time},1,{kim},{cash},'KRW','004','1',1284301,'completed'))`},
	{"a booked transfer from a closed account", "account not open", `{books}(VALUES({new},'key-of-a-test',{time},1,{closed},{cash},'KRW','004','1',1,'completed'))`},
	{"a booked transfer of another customer's money", "transfer must mirror a leg", `{books}(VALUES({new},'key-of-a-test',{time},1,{lee},{cash},'KRW','004','1',1,'completed'))`},
	{"a booked transfer of nothing", "amount>0", `{books}(VALUES({new},'key-of-a-test',{time},1,{kim},{cash},'KRW','004','1',0,'completed'))`},
	{"a booked transfer under another number", "entry does not follow", `{books}(VALUES({new}+1,'key-of-a-test',{time},1,{kim},{cash},'KRW','004','1',1,'completed'))`},
	{"a booked transfer on another day", "entry is out of order", `{books}(VALUES({new},'key-of-a-test',1800000000000000,20270114,1,{kim},{cash},'KRW','004','1',1,'completed'))`},
	{"a booked transfer to no bank", "FOREIGN KEY", `{books}(VALUES({new},'key-of-a-test',{time},1,{kim},{cash},'KRW','zzz','1',1,'completed'))`},
	{"a booked transfer that came back at once", "no entry reverses it", `{books}(VALUES({new},'key-of-a-test',{time},1,{kim},{cash},'KRW','004','1',1,'reversed'))`},
	{"a booked transfer twice", "entry.key", `{books}(VALUES({new},'key-of-a-test',{time},1,{kim},{cash},'KRW','004','1',1,'completed'));{books}(VALUES({new}+1,'key-of-a-test',{time},1,{kim},{cash},'KRW','004','1',1,'completed'))`},
	{
		"a booked transfer twice that is to be ignored", "leg is of an earlier entry",
		`{books}(VALUES({new},'key-of-a-test',{time},1,{kim},{cash},'KRW','004','1',1,'completed'));{ignores}(VALUES({new}+1,'key-of-a-test',{time},1,{kim},{cash},'KRW','004','1',1,'completed'))`,
	},
	{
		"a booked transfer over what may be sent in a day that is to be ignored", "transfer must count on its day",
		`INSERT INTO customer_limit VALUES(1,1,1799999999999999,1000000,3000000,1000000,1000);{ignores}(VALUES({new},'key-of-a-test',{time},1,{kim},{cash},'KRW','004','1',1001,'completed'))`,
	},
	{"a booked transfer less", "cannot modify booked_transfer", `DELETE FROM booked_transfer`},
	{"another amount of a booked transfer", "cannot modify booked_transfer", `UPDATE booked_transfer SET amount=1`},

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

	// Rows out of their order.
	{"an entry with a number of its own", "entry does not follow", `INSERT INTO entry(id,key,request_hash,kind,at,business_day) VALUES(99,'key-of-a-test',zeroblob(32),'cash',1800000000000000,20270115)`},
	{"an entry before all others", "entry does not follow", `INSERT INTO entry(id,key,request_hash,kind,at,business_day) VALUES(-1,'key-of-a-test',zeroblob(32),'cash',1800000000000000,20270115)`},
	{"a leg with a number of its own", "leg does not follow", `{entry};INSERT INTO leg(id,entry_id,debit_id,credit_id,currency,amount) VALUES(99,{new},{kim},{lee},'KRW',1)`},
	{"a step with a number of its own", "event does not follow", `{entry};INSERT INTO event VALUES(99,{new},1,NULL,'','submitted',1800000000000000)`},
	{
		"a refusal with a number of its own", "refusal does not follow",
		`INSERT INTO refusal VALUES(99,'k',1,'','','','',1,'','',0,0,'X')`,
	},
	{"a limit with a number of its own", "limits follow each other", `INSERT INTO customer_limit VALUES(99,1,1800000000000000,1000000,3000000,1,1)`},
	{"a step before its entry", "event is out of order", `{entry};INSERT INTO event(entry_id,n,prev_n,from_state,to_state,at) VALUES({new},1,NULL,'','submitted',0)`},
	{
		"a step before the one before", "event is out of order",
		`{entry};INSERT INTO event(entry_id,n,prev_n,from_state,to_state,at) VALUES({new},1,NULL,'','submitted',1800000000000005);INSERT INTO event(entry_id,n,prev_n,from_state,to_state,at) VALUES({new},2,1,'submitted','completed',1800000000000004)`,
	},
	{"an order reversed by nothing", "no entry reverses it", `INSERT INTO event(entry_id,n,prev_n,from_state,to_state,at) VALUES({sent},3,2,'completed','reversed',1800000000000000)`},
	{"another time of a step", "event cannot be changed", `UPDATE event SET at=at+1`},
	{"a step replaced", "event", `REPLACE INTO event SELECT id,entry_id,n,prev_n,from_state,to_state,at FROM event WHERE id=1`},
	{
		"an order behind an old entry", "transfer is of an earlier entry",
		`INSERT INTO transfer SELECT l.entry_id,a.customer_id,a.id,'004','12345678901234','박지훈',l.amount,0,'','','card',0 FROM leg l JOIN account a ON a.id=l.debit_id WHERE a.id={closed}`,
	},
	{
		"an order behind what is no transfer", "transfer is of an earlier entry",
		`INSERT INTO entry(key,request_hash,kind,at,business_day) VALUES('key-of-a-test',zeroblob(32),'cash',1800000000000000,20270115);` +
			`INSERT INTO leg(entry_id,debit_id,credit_id,currency,amount) VALUES({new},{kim},{cash},'KRW',5);` +
			`INSERT INTO transfer VALUES({new},1,{kim},'004','12345678901234','박지훈',5,0,'','','card',0)`,
	},

	// Floors, states and limits by hand.
	{"a higher floor", "account cannot be changed", `UPDATE account SET floor=1 WHERE id={kim}`},
	{"a floor for the bank's own", "account cannot be changed", `UPDATE account SET floor=-9000000000000 WHERE id={cash}`},
	{"an account closed with money on it", "an account with money cannot be closed", `UPDATE account SET status='closed' WHERE id={kim}`},
	{"a frozen account closed with money on it", "an account with money cannot be closed", `UPDATE account SET status='frozen' WHERE id={kim};UPDATE account SET status='closed' WHERE id={kim}`},
	{"an account closed with a hold on it", "an account with money cannot be closed", `UPDATE account SET held=1,status='closed' WHERE id={spare}`},
	{"a closed account that is frozen", "account stays closed", `UPDATE account SET status='frozen' WHERE id={closed}`},
	{"a higher limit of one transfer", "limits are lowered on record only", `UPDATE customer SET limit_each=limit_each+1 WHERE id=1`},
	{"a lower limit off the record", "limits are lowered on record only", `UPDATE customer SET limit_each=limit_each-1 WHERE id=1`},
	{"a higher limit of a day", "limits are lowered on record only", `UPDATE customer SET limit_day=limit_day+1 WHERE id=1`},
	{"another number of a customer", "limits are lowered on record only", `UPDATE customer SET id=9 WHERE id=1`},
	{"a limit on record that is higher", "CHECK", `INSERT INTO customer_limit VALUES(1,1,1800000000000000,1000000,3000000,1000001,3000000)`},
	{"a limit on record that changes nothing", "CHECK", `INSERT INTO customer_limit VALUES(1,1,1800000000000000,1000000,3000000,1000000,3000000)`},
	{"a limit on record from another one", "limits follow each other", `INSERT INTO customer_limit VALUES(1,1,1800000000000000,900000,3000000,1,1)`},
	{"a limit on record of yesterday", "limits follow each other", `INSERT INTO customer_limit VALUES(1,1,0,1000000,3000000,1,1)`},
	{
		"a limit that is lowered and raised again", "limits are lowered on record only",
		`INSERT INTO customer_limit VALUES(1,1,1800000000000000,1000000,3000000,1,1);UPDATE customer SET limit_each=1000000,limit_day=3000000 WHERE id=1`,
	},
	{
		"another limit on record", "a limit on record cannot be changed",
		`INSERT INTO customer_limit VALUES(1,1,1800000000000000,1000000,3000000,1,1);UPDATE customer_limit SET limit_each=2`,
	},
	{
		"a limit on record less", "a limit on record cannot be deleted",
		`INSERT INTO customer_limit VALUES(1,1,1800000000000000,1000000,3000000,1,1);DELETE FROM customer_limit`,
	},
	{"a customer less", "customer cannot be deleted", `DELETE FROM customer WHERE id=1`},

	// Totals by hand.
	{"more sent that day", "a day must mirror its transfers", `UPDATE customer_day SET out_total=out_total+5 WHERE customer_id=1`},
	{"more sent that day by a transfer that counts already", "a day must mirror its transfers", `UPDATE customer_day SET out_total=out_total+266000,out_limit=3000000 WHERE customer_id=1`},
	{"another limit of that day", "a day must mirror its transfers", `UPDATE customer_day SET out_limit=out_limit+1`},
	{"another last transfer of that day", "a day must mirror its transfers", `UPDATE customer_day SET last_entry=last_entry+1`},
	{"another day of transfers", "a day must mirror its transfers", `UPDATE customer_day SET day=20201231 WHERE customer_id=1`},
	{"a day of transfers replaced", "a day", `REPLACE INTO customer_day SELECT customer_id,day,0,out_limit,last_entry FROM customer_day`},
	{"higher totals of a day", "a day must mirror its postings", `UPDATE account_day SET in_total=in_total+1 WHERE account_id={kim}`},
	{"another count of a day", "a day must mirror its postings", `UPDATE account_day SET out_count=out_count+1 WHERE account_id={kim}`},
	{"another first posting of a day", "a day must mirror its postings", `UPDATE account_day SET first_seq=1 WHERE account_id={kim}`},
	{"another account's day", "a day must mirror its postings", `UPDATE account_day SET account_id={spare} WHERE account_id={kim}`},

	// Orders under review, passwords that are used up.
	{
		"another prepared order under its key", "a prepared order cannot be changed",
		`INSERT INTO prepared VALUES('key-of-a-test',1,'{}',zeroblob(32),'',0);UPDATE prepared SET body='{"amount":1}'`,
	},
	{"a one-time password once more", "a one-time password is good once", `INSERT INTO otp_used VALUES(2,7);UPDATE otp_used SET step=7`},
	{"a one-time password of before", "a one-time password is good once", `INSERT INTO otp_used VALUES(2,7);UPDATE otp_used SET step=6`},
	{"one-time passwords forgotten", "a one-time password is good once", `INSERT INTO otp_used VALUES(2,7);DELETE FROM otp_used`},

	// Seals.
	{"another hash of a seal", "seal cannot be changed", `UPDATE seal SET hash=zeroblob(32)`},
	{"a seal less", "seal cannot be deleted", `DELETE FROM seal`},
	{"a seal replaced", "seal", `REPLACE INTO seal(id,at,last_leg,last_event,last_refusal,last_limit,last_act,prev,hash) SELECT id,at,last_leg,last_event,last_refusal,last_limit,last_act,prev,zeroblob(32) FROM seal`},
	{"a seal of nothing", "seals follow each other", `INSERT INTO seal(id,at,last_leg,last_event,last_refusal,last_limit,last_act,prev,hash) SELECT id+1,at,last_leg,last_event,last_refusal,last_limit,last_act,hash,hash FROM seal`},
	{"a seal with a number of its own", "seals follow each other", `{entry};INSERT INTO leg(entry_id,debit_id,credit_id,currency,amount) VALUES({new},{kim},{lee},'KRW',1);INSERT INTO seal(id,at,last_leg,last_event,last_refusal,last_limit,last_act,prev,hash) SELECT id+7,at,last_leg+1,last_event,last_refusal,last_limit,last_act,hash,hash FROM seal`},
	{"a seal that follows another one", "seals follow each other", `{entry};INSERT INTO leg(entry_id,debit_id,credit_id,currency,amount) VALUES({new},{kim},{lee},'KRW',1);INSERT INTO seal(id,at,last_leg,last_event,last_refusal,last_limit,last_act,prev,hash) SELECT id+1,at,last_leg+1,last_event,last_refusal,last_limit,last_act,zeroblob(32),hash FROM seal`},
	{"a seal of yesterday", "seals follow each other", `{entry};INSERT INTO leg(entry_id,debit_id,credit_id,currency,amount) VALUES({new},{kim},{lee},'KRW',1);INSERT INTO seal(id,at,last_leg,last_event,last_refusal,last_limit,last_act,prev,hash) SELECT id+1,at-1,last_leg+1,last_event,last_refusal,last_limit,last_act,hash,hash FROM seal`},
	{"a seal that goes back", "seals follow each other", `{entry};INSERT INTO leg(entry_id,debit_id,credit_id,currency,amount) VALUES({new},{kim},{lee},'KRW',1);INSERT INTO seal(id,at,last_leg,last_event,last_refusal,last_limit,last_act,prev,hash) SELECT id+1,at,last_leg-1,last_event,last_refusal,last_limit,last_act,hash,hash FROM seal`},
	{"a seal of legs to come", "seals follow each other", `INSERT INTO seal(id,at,last_leg,last_event,last_refusal,last_limit,last_act,prev,hash) SELECT id+1,at,last_leg+1,last_event,last_refusal,last_limit,last_act,hash,hash FROM seal`},
	{"a seal of acts to come", "seals follow each other", `INSERT INTO seal(id,at,last_leg,last_event,last_refusal,last_limit,last_act,prev,hash) SELECT id+1,at,last_leg,last_event,last_refusal,last_limit,last_act+1,hash,hash FROM seal`},
	{"a seal that takes acts back", "seals follow each other", `{entry};INSERT INTO leg(entry_id,debit_id,credit_id,currency,amount) VALUES({new},{kim},{lee},'KRW',1);INSERT INTO seal(id,at,last_leg,last_event,last_refusal,last_limit,last_act,prev,hash) SELECT id+1,at,last_leg+1,last_event,last_refusal,last_limit,last_act-1,hash,hash FROM seal`},
	{"a seal of half a hash", "length(hash)=32", `{entry};INSERT INTO leg(entry_id,debit_id,credit_id,currency,amount) VALUES({new},{kim},{lee},'KRW',1);INSERT INTO seal(id,at,last_leg,last_event,last_refusal,last_limit,last_act,prev,hash) SELECT id+1,at,last_leg+1,last_event,last_refusal,last_limit,last_act,hash,zeroblob(16) FROM seal`},

	// What customers did and agreed to. Both have a certificate; {registers} is an act that registers another one.
	{"another act", "act cannot be changed", `UPDATE act SET body=x'00'`},
	{"another text that was agreed to", "act cannot be changed", `UPDATE act SET text='yes'`},
	{"an act less", "act cannot be deleted", `DELETE FROM act WHERE id=1`},
	{"an act replaced", "act", `REPLACE INTO act SELECT id,at,done_at,customer_id,kind,subject,'yes',body FROM act WHERE id=1`},
	{"an act of no kind", "no act is of this kind", `INSERT INTO act(at,done_at,customer_id,kind,subject,text,body) VALUES(1800000000000000,1800000000000000,1,'gift','x','',x'')`},
	{"an act of nobody", "FOREIGN KEY", `INSERT INTO act(at,done_at,customer_id,kind,subject,text,body) VALUES(1800000000000000,1800000000000000,99,'consent','x','',x'')`},
	{"an act about nothing", "CHECK", `INSERT INTO act(at,done_at,customer_id,kind,subject,text,body) VALUES(1800000000000000,1800000000000000,1,'consent','','',x'')`},
	{"an act with a number of its own", "act does not follow", `INSERT INTO act VALUES(99,1800000000000000,1800000000000000,1,'consent','x','',x'')`},
	{"an act of yesterday", "act does not follow", `INSERT INTO act(at,done_at,customer_id,kind,subject,text,body) VALUES(0,0,1,'consent','x','',x'')`},
	{"an act done after it was kept", "done_at<=at", `INSERT INTO act(at,done_at,customer_id,kind,subject,text,body) VALUES(1800000000000000,1800000000000001,1,'consent','x','',x'')`},
	{"a signature of no order", "a signature is that of the newest order", `INSERT INTO act(at,done_at,customer_id,kind,subject,text,body) VALUES(1800000000000000,1800000000000000,1,'signature','x','',x'')`},
	{
		"a signature of an old order", "a signature is that of the newest order",
		`INSERT INTO act(at,done_at,customer_id,kind,subject,text,body) SELECT e.at,e.at,t.customer_id,'signature',e.key,'',x'' FROM entry e JOIN transfer t ON t.entry_id=e.id WHERE e.id={sent}`,
	},
	{"a signature of somebody else's order", "a signature is that of the newest order", `{order};{signs} VALUES(1800000000000000,1800000000000000,2,'signature','key-of-a-test','',x'')`},
	{"a signature at another time", "a signature is that of the newest order", `{order};{signs} VALUES(1800000000000001,1800000000000000,1,'signature','key-of-a-test','',x'')`},
	{
		"a second signature of an order", "UNIQUE",
		`{order};{signs} VALUES(1800000000000000,1800000000000000,1,'signature','key-of-a-test','',x'');{signs} VALUES(1800000000000000,1800000000000000,1,'signature','key-of-a-test','',x'')`,
	},
	{"a certificate that nobody registered", "a certificate must mirror an act", `INSERT INTO certificate VALUES(3,1,'CN=x','1','ff',1800000000000000,NULL,NULL)`},
	{"a certificate registered by the act of another", "a certificate must mirror an act", `{registers};INSERT INTO certificate VALUES(3,1,'CN=x','2','ff',1800000000000000,NULL,NULL)`},
	{"a certificate registered to another customer", "a certificate must mirror an act", `{registers};INSERT INTO certificate VALUES(3,2,'CN=x','1','ff',1800000000000000,NULL,NULL)`},
	{"a certificate registered at another time", "a certificate must mirror an act", `{registers};INSERT INTO certificate VALUES(3,1,'CN=x','1','ff',1800000000000001,NULL,NULL)`},
	{"a certificate that begins ended", "a certificate must mirror an act", `{registers};INSERT INTO certificate VALUES(3,1,'CN=x','1','ff',1800000000000000,1800000000000000,'discarded')`},
	{"a certificate with a number of its own", "certificate does not follow", `{registers};INSERT INTO certificate VALUES(99,1,'CN=x','1','ff',1800000000000000,NULL,NULL)`},
	{"a certificate of two customers", "UNIQUE", `{registers};INSERT INTO certificate VALUES(3,1,'CN=x','1','ff',1800000000000000,NULL,NULL);{signs} VALUES(1800000000000000,1800000000000000,2,'certificate-registered','ff','',CAST('CN=x'||char(10)||'1' AS BLOB));INSERT INTO certificate VALUES(4,2,'CN=x','1','ff',1800000000000000,NULL,NULL)`},
	{"a certificate ended by nobody", "a certificate ends once, by an act", `UPDATE certificate SET ended_at=1800000000000000,reason='discarded' WHERE id=1`},
	{"a certificate ended for another reason", "a certificate ends once, by an act", `{ends};UPDATE certificate SET ended_at=1800000000000000,reason='replaced' WHERE id=1`},
	{"another certificate ended", "a certificate ends once, by an act", `{ends};UPDATE certificate SET ended_at=1800000000000000,reason='discarded' WHERE id=2`},
	{"a certificate ended without a reason", "CHECK", `{signs} SELECT 1800000000000000,1800000000000000,1,'certificate-ended',sha256,'',x'' FROM certificate WHERE id=1;UPDATE certificate SET ended_at=1800000000000000,reason='' WHERE id=1`},
	{"another owner of a certificate", "a certificate ends once, by an act", `UPDATE certificate SET customer_id=2 WHERE id=1`},
	{"another number of a certificate", "a certificate ends once, by an act", `{ends};UPDATE certificate SET serial='7',ended_at=1800000000000000,reason='discarded' WHERE id=1`},
	{"a certificate that begins again", "a certificate ends once, by an act", `{ends};UPDATE certificate SET ended_at=1800000000000000,reason='discarded' WHERE id=1;UPDATE certificate SET ended_at=NULL,reason=NULL WHERE id=1`},
	{"a certificate less", "certificate cannot be deleted", `DELETE FROM certificate WHERE id=1`},
	{"other positions of the card", "positions stay until they were answered", `INSERT INTO challenge VALUES(1,'01,02');UPDATE challenge SET cells='03,04'`},
	// Who is issued a certificate, and what became of it. {approved} is an approval, {issued} a certificate issued for it.
	{"a membership less", "membership cannot be deleted", `DELETE FROM membership WHERE customer_id=1`},
	{"a firm that was a person", "who a customer is cannot be changed", `UPDATE membership SET kind='corporate' WHERE customer_id=1`},
	{"another identity number", "who a customer is cannot be changed", `UPDATE membership SET identity_mac=zeroblob(32) WHERE customer_id=1`},
	{"a consent given twice", "a consent can be withdrawn only", `INSERT INTO consent(customer_id,agreed,at) VALUES(1,1,1800000000000000)`},
	{"a consent given again", "a consent can be withdrawn only", `INSERT INTO consent(customer_id,agreed,at) VALUES(1,0,1800000000000000);INSERT INTO consent(customer_id,agreed,at) VALUES(1,1,1800000000000000)`},
	{"another day of a consent", "consent cannot be changed", `UPDATE consent SET at=0`},
	{"a consent less", "consent cannot be deleted", `DELETE FROM consent WHERE customer_id=1`},
	{"an approval of nobody", "FOREIGN KEY", `INSERT INTO approval(key,customer_id,renews,planned_at) VALUES('approval-of-a-test',99,'',1800000000000000)`},
	{"an approval without its code", "CHECK", `{approved};UPDATE approval SET code_mac=NULL WHERE key='approval-of-a-test'`},
	{"another customer's approval", "an approval that was used stays", `{approved};UPDATE approval SET customer_id=2 WHERE key='approval-of-a-test'`},
	{"an approval used twice", "an approval that was used stays", `{approved};UPDATE approval SET done_at=1800000000000000 WHERE key='approval-of-a-test';UPDATE approval SET done_at=NULL WHERE key='approval-of-a-test'`},
	{"a fee for what was approved without an account", "no account was named", `{approved};INSERT INTO approval_free VALUES('approval-of-a-test');UPDATE approval SET fee=4400 WHERE key='approval-of-a-test'`},
	{"an account for what was approved without one", "a free approval cannot be deleted", `{approved};INSERT INTO approval_free VALUES('approval-of-a-test');DELETE FROM approval_free`},
	{"a free approval of something else", "a free approval cannot be changed", `{approved};INSERT INTO approval_free VALUES('approval-of-a-test');UPDATE approval_free SET key='another'`},
	{"an approval less", "approval cannot be deleted", `{approved};DELETE FROM approval WHERE key='approval-of-a-test'`},
	{"a certificate for no approval", "nothing approved this certificate", `INSERT INTO issued(institute,serial,issuer,sha256,der,order_key,replaces) VALUES('yessign','1f','CN=x',printf('%064d',1),x'30','no-approval','')`},
	{"a certificate for an approval that was used", "nothing approved this certificate", `{approved};UPDATE approval SET done_at=1800000000000000 WHERE key='approval-of-a-test';{issued}`},
	{"the same certificate twice", "UNIQUE", `{approved};{issued};{issued}`},
	{"another certificate in its place", "a certificate that was issued cannot be changed", `{approved};{issued};UPDATE issued SET der=x'31' WHERE serial='1f'`},
	{"an issued certificate less", "a certificate that was issued stays", `{approved};{issued};DELETE FROM issued WHERE serial='1f'`},
	{"a certificate that begins good", "no such step of a certificate", `{approved};{issued};{step},'good',0,1800000000000000 FROM issued WHERE serial='1f'`},
	{
		"a revoked certificate that is good again", "no such step of a certificate",
		`{approved};{issued};{step},'pending',0,1800000000000000 FROM issued WHERE serial='1f';{step},'revoked',4,1800000000000000 FROM issued WHERE serial='1f';{step},'good',0,1800000000000000 FROM issued WHERE serial='1f'`,
	},
	{
		"a step of yesterday", "no such step of a certificate",
		`{approved};{issued};{step},'pending',0,1800000000000000 FROM issued WHERE serial='1f';{step},'good',0,1700000000000000 FROM issued WHERE serial='1f'`,
	},
	{"another step", "step cannot be changed", `{approved};{issued};{step},'pending',0,1800000000000000 FROM issued WHERE serial='1f';UPDATE issued_step SET status='good'`},
	{"a step less", "step cannot be deleted", `{approved};{issued};{step},'pending',0,1800000000000000 FROM issued WHERE serial='1f';DELETE FROM issued_step`},
	{"a sign-in that lasts", "what is signed to sign in cannot be changed", `INSERT INTO sign_in VALUES('x',1800000000000000);UPDATE sign_in SET until=9000000000000000`},

	// Numbers for copying a certificate.
	{
		"a mailbox with half a name", "CHECK",
		`INSERT INTO mailbox(id,plate,customer_id,opened_at,until) VALUES('0011','4812',1,5,9)`,
	},
	{
		"a mailbox with a plate that is no number", "CHECK",
		`INSERT INTO mailbox(id,plate,customer_id,opened_at,until) VALUES('00112233445566778899aabbccddeeff','48a2',1,5,9)`,
	},
	{
		"a mailbox of nobody", "FOREIGN KEY",
		`INSERT INTO mailbox(id,plate,customer_id,opened_at,until) VALUES('00112233445566778899aabbccddeeff','4812',999,5,9)`,
	},
	{
		"a mailbox that is over when it opens", "CHECK",
		`INSERT INTO mailbox(id,plate,customer_id,opened_at,until) VALUES('00112233445566778899aabbccddeeff','4812',1,5,5)`,
	},
	{
		"two open mailboxes of one customer", "mailbox.customer_id",
		`INSERT INTO mailbox(id,plate,customer_id,opened_at,until) VALUES('00112233445566778899aabbccddeeff','4812',1,5,9);INSERT INTO mailbox(id,plate,customer_id,opened_at,until) VALUES('ffeeddccbbaa99887766554433221100','4813',1,5,9)`,
	},
	{
		"a mailbox claimed again", "a mailbox is used once",
		`INSERT INTO mailbox(id,plate,customer_id,opened_at,until) VALUES('00112233445566778899aabbccddeeff','4812',1,5,9);UPDATE mailbox SET claimed_at=6,until=12;UPDATE mailbox SET claimed_at=7`,
	},
	{
		"more time for a mailbox", "a mailbox is used once",
		`INSERT INTO mailbox(id,plate,customer_id,opened_at,until) VALUES('00112233445566778899aabbccddeeff','4812',1,5,9);UPDATE mailbox SET until=99`,
	},
	{
		"more time for a claimed mailbox", "a mailbox is used once",
		`INSERT INTO mailbox(id,plate,customer_id,opened_at,until) VALUES('00112233445566778899aabbccddeeff','4812',1,5,9);UPDATE mailbox SET claimed_at=6,until=12;UPDATE mailbox SET until=99`,
	},
	{
		"another customer for a mailbox", "a mailbox is used once",
		`INSERT INTO mailbox(id,plate,customer_id,opened_at,until) VALUES('00112233445566778899aabbccddeeff','4812',1,5,9);UPDATE mailbox SET customer_id=2`,
	},
	{
		"another plate", "a mailbox is used once",
		`INSERT INTO mailbox(id,plate,customer_id,opened_at,until) VALUES('00112233445566778899aabbccddeeff','4812',1,5,9);UPDATE mailbox SET plate='0000'`,
	},
	{
		"a burnt mailbox that opens again", "a mailbox is used once",
		`INSERT INTO mailbox(id,plate,customer_id,opened_at,until) VALUES('00112233445566778899aabbccddeeff','4812',1,5,9);UPDATE mailbox SET burnt_at=6,burnt_by='',reason='crowded';UPDATE mailbox SET burnt_at=NULL,burnt_by=NULL,reason=NULL`,
	},
	{
		"another reason afterwards", "a mailbox is used once",
		`INSERT INTO mailbox(id,plate,customer_id,opened_at,until) VALUES('00112233445566778899aabbccddeeff','4812',1,5,9);UPDATE mailbox SET burnt_at=6,burnt_by='',reason='wrong number';UPDATE mailbox SET reason='finished'`,
	},
	{
		"a mailbox burnt for no reason", "CHECK",
		`INSERT INTO mailbox(id,plate,customer_id,opened_at,until) VALUES('00112233445566778899aabbccddeeff','4812',1,5,9);UPDATE mailbox SET burnt_at=6,burnt_by=''`,
	},
	{
		"a mailbox burnt by a third party", "CHECK",
		`INSERT INTO mailbox(id,plate,customer_id,opened_at,until) VALUES('00112233445566778899aabbccddeeff','4812',1,5,9);UPDATE mailbox SET burnt_at=6,burnt_by='thief',reason='crowded'`,
	},
	{
		"another letter in the place of one", "a letter cannot be changed",
		`INSERT INTO mailbox(id,plate,customer_id,opened_at,until) VALUES('00112233445566778899aabbccddeeff','4812',1,5,9);INSERT INTO letter VALUES('00112233445566778899aabbccddeeff','sender',0,x'00');UPDATE letter SET body=x'01'`,
	},
	{
		"a letter twice", "letter",
		`INSERT INTO mailbox(id,plate,customer_id,opened_at,until) VALUES('00112233445566778899aabbccddeeff','4812',1,5,9);INSERT INTO letter VALUES('00112233445566778899aabbccddeeff','sender',0,x'00');INSERT INTO letter VALUES('00112233445566778899aabbccddeeff','sender',0,x'00')`,
	},
	{
		"a letter into a burnt mailbox", "the mailbox is burnt",
		`INSERT INTO mailbox(id,plate,customer_id,opened_at,until) VALUES('00112233445566778899aabbccddeeff','4812',1,5,9);UPDATE mailbox SET burnt_at=6,burnt_by='',reason='crowded';INSERT INTO letter VALUES('00112233445566778899aabbccddeeff','sender',0,x'00')`,
	},
	{
		"the order of somebody else's account", "arranged by its customer",
		`INSERT INTO arrangement VALUES({lee},(SELECT customer_id FROM account WHERE id={kim}),0,'mine',0)`,
	},
	{
		"two accounts to begin with", "UNIQUE",
		`INSERT INTO arrangement SELECT id,customer_id,0,'',1 FROM account WHERE id={kim};INSERT INTO arrangement SELECT id,customer_id,1,'',1 FROM account WHERE id={spare}`,
	},
	{
		"an account twice in the order", "UNIQUE",
		`INSERT INTO arrangement SELECT id,customer_id,0,'',1 FROM account WHERE id={kim};INSERT INTO arrangement SELECT id,customer_id,1,'',0 FROM account WHERE id={kim}`,
	},
	{
		"another name for an account by the way", "replaced, not changed",
		`INSERT INTO arrangement SELECT id,customer_id,0,'',1 FROM account WHERE id={kim};UPDATE arrangement SET nickname='x'`,
	},
	{
		"a letter into no mailbox", "the mailbox is burnt",
		`INSERT INTO letter VALUES('00112233445566778899aabbccddeeff','sender',0,x'00')`,
	},
	{
		"a letter of nothing", "CHECK",
		`INSERT INTO mailbox(id,plate,customer_id,opened_at,until) VALUES('00112233445566778899aabbccddeeff','4812',1,5,9);INSERT INTO letter VALUES('00112233445566778899aabbccddeeff','sender',0,x'')`,
	},
	{
		"a letter of words", "cannot store TEXT",
		`INSERT INTO mailbox(id,plate,customer_id,opened_at,until) VALUES('00112233445566778899aabbccddeeff','4812',1,5,9);INSERT INTO letter VALUES('00112233445566778899aabbccddeeff','sender',0,'words')`,
	},
	{
		"a letter of a third party", "CHECK",
		`INSERT INTO mailbox(id,plate,customer_id,opened_at,until) VALUES('00112233445566778899aabbccddeeff','4812',1,5,9);INSERT INTO letter VALUES('00112233445566778899aabbccddeeff','thief',0,x'00')`,
	},
	{
		"a seventeenth letter", "CHECK",
		`INSERT INTO mailbox(id,plate,customer_id,opened_at,until) VALUES('00112233445566778899aabbccddeeff','4812',1,5,9);INSERT INTO letter VALUES('00112233445566778899aabbccddeeff','sender',16,x'00')`,
	},
	{
		"a letter that fills the disk", "CHECK",
		`INSERT INTO mailbox(id,plate,customer_id,opened_at,until) VALUES('00112233445566778899aabbccddeeff','4812',1,5,9);INSERT INTO letter VALUES('00112233445566778899aabbccddeeff','sender',0,zeroblob(65537))`,
	},
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

// booked is what follows the name of booked_transfer above: the columns whose values
// come next in brackets, and all others.
const booked = "(entry_id,key,at,business_day,customer_id,from_id,credit_id,currency,institution,number,amount,state," +
	"request_hash,recipient,fee,own_memo,recipient_memo,medium,requested_at) SELECT " +
	"column1,column2,column3,column4,column5,column6,column7,column8,column9,column10,column11,column12,zeroblob(32),'박지훈',0,'','','card',0 FROM "

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
		"{order}", "INSERT INTO entry(key,request_hash,kind,at,business_day) VALUES('key-of-a-test',zeroblob(32),'transfer',1800000000000000,20270115);"+
			"INSERT INTO leg(entry_id,debit_id,credit_id,currency,amount) SELECT max(entry.id),a.id,b.id,'KRW',5 FROM entry,account a,account b WHERE a.number='10026001000017' AND b.number='cash';"+
			"INSERT INTO transfer SELECT max(entry.id),1,a.id,'004','12345678901234','박지훈',5,0,'','','card',0 FROM entry,account a WHERE a.number='10026001000017'",
		"{approved}", "INSERT INTO approval(key,customer_id,renews,planned_at,account_id,reference,code_mac,until,policy) SELECT 'approval-of-a-test',1,'',1800000000000000,id,'123456789012',zeroblob(32),1900000000000000,'1.2' FROM account WHERE number='10026001000017'",
		"{issued}", "INSERT INTO issued(institute,serial,issuer,sha256,der,order_key,replaces) VALUES('yessign','1f','CN=x',printf('%064d',1),x'30','approval-of-a-test','')",
		"{step}", "INSERT INTO issued_step(issued_id,status,why,at) SELECT id",
		"{signs}", "INSERT INTO act(at,done_at,customer_id,kind,subject,text,body)",
		"{registers}", "INSERT INTO act(at,done_at,customer_id,kind,subject,text,body) VALUES(1800000000000000,1800000000000000,1,'certificate-registered','ff','',CAST('CN=x'||char(10)||'1' AS BLOB))",
		"{ends}", "INSERT INTO act(at,done_at,customer_id,kind,subject,text,body) SELECT 1800000000000000,1800000000000000,1,'certificate-ended',sha256,'',CAST('discarded' AS BLOB) FROM certificate WHERE id=1",
		"{books}", "INSERT INTO booked_transfer"+booked, "{ignores}", "INSERT OR IGNORE INTO booked_transfer"+booked,
		"{time}", "1800000000000000,20270115",
		"{entry}", "INSERT INTO entry(key,request_hash,kind,at,business_day) VALUES('key-of-a-test',zeroblob(32),'transfer',1800000000000000,20270115)",
	).Replace(text)
}
