-- The books, version 13: what a leg and a transfer do, without tables that last for one row. Where a table has triggers, INSERT … SELECT first collects its
-- rows in a table of its own, which costs more than the row; VALUES does not. A posting now moves its account and its day itself, from its own values.
-- And a day takes no posting of another day, which version 1 left to verify.

DROP TRIGGER IF EXISTS leg_apply;
DROP TRIGGER IF EXISTS posting_mirrors_leg;
DROP TRIGGER IF EXISTS account_day_begins;
DROP TRIGGER IF EXISTS account_day_grows;
CREATE TRIGGER leg_apply AFTER INSERT ON leg BEGIN
  SELECT CASE
    WHEN NEW.entry_id<>(SELECT max(id) FROM entry) THEN RAISE(ABORT,'leg is of an earlier entry')
    WHEN NEW.id<>coalesce((SELECT max(id) FROM leg WHERE id<NEW.id),0)+1 THEN RAISE(ABORT,'leg does not follow the one before')
  END;
  INSERT INTO posting(account_id,seq,leg_id,amount,balance,at,memo) VALUES(NEW.debit_id,
    (SELECT last_seq+1 FROM account WHERE id=NEW.debit_id),NEW.id,-NEW.amount,
    (SELECT posted-NEW.amount FROM account WHERE id=NEW.debit_id),(SELECT at FROM entry WHERE id=NEW.entry_id),NEW.debit_memo);
  INSERT INTO posting(account_id,seq,leg_id,amount,balance,at,memo) VALUES(NEW.credit_id,
    (SELECT last_seq+1 FROM account WHERE id=NEW.credit_id),NEW.id,NEW.amount,
    (SELECT posted+NEW.amount FROM account WHERE id=NEW.credit_id),(SELECT at FROM entry WHERE id=NEW.entry_id),NEW.credit_memo);
END;
CREATE TRIGGER posting_applies AFTER INSERT ON posting BEGIN -- account_balance_guard knows its leg
  UPDATE account SET posted=NEW.balance, last_seq=NEW.seq, last_leg=NEW.leg_id, last_at=NEW.at
   WHERE id=NEW.account_id AND last_seq=NEW.seq-1 AND posted=NEW.balance-NEW.amount AND last_leg<NEW.leg_id AND status='open';
  SELECT CASE
    WHEN changes()=0 AND (SELECT status FROM account WHERE id=NEW.account_id)<>'open' THEN RAISE(ABORT,'account not open')
    WHEN changes()=0 THEN RAISE(ABORT,'posting must mirror a leg')
  END;
  INSERT INTO account_day(account_id,day,first_seq,last_seq,in_total,in_count,out_total,out_count)
    VALUES(NEW.account_id,(SELECT business_day FROM entry ORDER BY id DESC LIMIT 1),NEW.seq,NEW.seq,
           max(NEW.amount,0),NEW.amount>0,max(-NEW.amount,0),NEW.amount<0)
    ON CONFLICT(account_id,day) DO UPDATE SET last_seq=excluded.last_seq,
      in_total=in_total+excluded.in_total, in_count=in_count+excluded.in_count,
      out_total=out_total+excluded.out_total, out_count=out_count+excluded.out_count;
END;
-- After it, since a row that is there already is changed instead: who is asked before is asked for nothing.
CREATE TRIGGER account_day_begins AFTER INSERT ON account_day
 WHEN NOT EXISTS(SELECT 1 FROM posting p, entry e WHERE p.account_id=NEW.account_id AND p.seq=NEW.last_seq
   AND e.id=(SELECT max(id) FROM entry) AND e.business_day=NEW.day AND e.at=p.at AND NEW.first_seq=NEW.last_seq
   AND NEW.in_total=max(p.amount,0) AND NEW.in_count=(p.amount>0) AND NEW.out_total=max(-p.amount,0) AND NEW.out_count=(p.amount<0))
BEGIN SELECT RAISE(ABORT,'a day must mirror its postings'); END;
CREATE TRIGGER account_day_grows BEFORE UPDATE ON account_day
 WHEN NOT EXISTS(SELECT 1 FROM posting p, entry e WHERE p.account_id=NEW.account_id AND p.seq=NEW.last_seq
   AND e.id=(SELECT max(id) FROM entry) AND e.business_day=NEW.day AND e.at=p.at
   AND NEW.account_id=OLD.account_id AND NEW.day=OLD.day AND NEW.first_seq=OLD.first_seq AND NEW.last_seq=OLD.last_seq+1
   AND NEW.in_total-OLD.in_total=max(p.amount,0) AND NEW.in_count-OLD.in_count=(p.amount>0)
   AND NEW.out_total-OLD.out_total=max(-p.amount,0) AND NEW.out_count-OLD.out_count=(p.amount<0))
BEGIN SELECT RAISE(ABORT,'a day must mirror its postings'); END;

DROP TRIGGER IF EXISTS transfer_counts;
DROP TRIGGER IF EXISTS customer_day_begins;
DROP TRIGGER IF EXISTS customer_day_grows;
CREATE TRIGGER transfer_counts AFTER INSERT ON transfer BEGIN
  SELECT CASE
    WHEN NOT EXISTS(SELECT 1 FROM entry WHERE id=NEW.entry_id AND kind='transfer' AND id=(SELECT max(id) FROM entry))
    THEN RAISE(ABORT,'transfer is of an earlier entry')
    WHEN NOT EXISTS(SELECT 1 FROM leg l JOIN account a ON a.id=l.debit_id
     WHERE l.entry_id=NEW.entry_id AND a.id=NEW.from_id AND a.customer_id=NEW.customer_id AND l.amount=NEW.amount)
    THEN RAISE(ABORT,'transfer must mirror a leg')
    WHEN NEW.amount>(SELECT limit_each FROM customer WHERE id=NEW.customer_id) THEN RAISE(ABORT,'over the limit of one transfer')
  END;
  INSERT INTO customer_day(customer_id,day,out_total,out_limit,last_entry)
    VALUES(NEW.customer_id,(SELECT business_day FROM entry WHERE id=NEW.entry_id),NEW.amount,
           (SELECT limit_day FROM customer WHERE id=NEW.customer_id),NEW.entry_id)
    ON CONFLICT(customer_id,day) DO UPDATE SET out_total=out_total+excluded.out_total, out_limit=excluded.out_limit, last_entry=excluded.last_entry;
END;
CREATE TRIGGER customer_day_begins AFTER INSERT ON customer_day
 WHEN NEW.last_entry IS NOT (SELECT max(entry_id) FROM transfer WHERE customer_id=NEW.customer_id)
   OR NEW.out_total IS NOT (SELECT amount FROM transfer WHERE entry_id=NEW.last_entry)
   OR NEW.day IS NOT (SELECT business_day FROM entry WHERE id=NEW.last_entry)
   OR NEW.out_limit<>(SELECT limit_day FROM customer WHERE id=NEW.customer_id)
BEGIN SELECT RAISE(ABORT,'a day must mirror its transfers'); END;
CREATE TRIGGER customer_day_grows BEFORE UPDATE ON customer_day
 WHEN NEW.customer_id<>OLD.customer_id OR NEW.day<>OLD.day OR NEW.last_entry<=OLD.last_entry
   OR NEW.last_entry IS NOT (SELECT max(entry_id) FROM transfer WHERE customer_id=NEW.customer_id)
   OR NEW.out_total-OLD.out_total IS NOT (SELECT amount FROM transfer WHERE entry_id=NEW.last_entry)
   OR NEW.day IS NOT (SELECT business_day FROM entry WHERE id=NEW.last_entry)
   OR NEW.out_limit<>(SELECT limit_day FROM customer WHERE id=NEW.customer_id)
BEGIN SELECT RAISE(ABORT,'a day must mirror its transfers'); END;
