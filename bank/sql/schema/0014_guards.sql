-- The books, version 14: a transfer is booked by one statement, so that what refuses a part of it leaves nothing of it, without a savepoint for that. And
-- the guards that run for every order ask what they asked in fewer steps: numbers have no gaps, so that a row follows the one before if there is one with
-- the number before; and a guard that runs after an UPDATE spares it a second look for its row. INSERT OR IGNORE no longer sends more than a day's limit.

CREATE VIEW booked_transfer AS             -- a transfer with its entry, its leg and its second step, which tells whether its answer came at once
  SELECT e.id AS entry_id, e.key, e.request_hash, e.at, e.business_day, t.customer_id, t.from_id, l.credit_id, l.currency, t.institution, t.number, t.recipient,
         t.amount, t.fee, t.own_memo, t.recipient_memo, t.medium, t.requested_at, v.to_state AS state
    FROM transfer t JOIN entry e ON e.id=t.entry_id JOIN leg l ON l.entry_id=t.entry_id JOIN event v ON v.entry_id=t.entry_id AND v.n=2;
CREATE TRIGGER booked_transfer_books INSTEAD OF INSERT ON booked_transfer BEGIN
  INSERT INTO entry(id,key,request_hash,kind,at,business_day) VALUES(NEW.entry_id,NEW.key,NEW.request_hash,'transfer',NEW.at,NEW.business_day);
  INSERT INTO leg(entry_id,debit_id,credit_id,currency,amount,debit_memo,credit_memo)
    VALUES(NEW.entry_id,NEW.from_id,NEW.credit_id,NEW.currency,NEW.amount,NEW.own_memo,NEW.recipient_memo);
  INSERT INTO transfer(entry_id,customer_id,from_id,institution,number,recipient,amount,fee,own_memo,recipient_memo,medium,requested_at)
    VALUES(NEW.entry_id,NEW.customer_id,NEW.from_id,NEW.institution,NEW.number,NEW.recipient,NEW.amount,NEW.fee,NEW.own_memo,NEW.recipient_memo,NEW.medium,NEW.requested_at);
  INSERT INTO event(entry_id,n,prev_n,from_state,to_state,at) VALUES(NEW.entry_id,1,NULL,'','submitted',NEW.at);
  INSERT INTO event(entry_id,n,prev_n,from_state,to_state,at) VALUES(NEW.entry_id,2,1,'submitted',NEW.state,NEW.at);
END;

DROP TRIGGER IF EXISTS entry_follows;
CREATE TRIGGER entry_follows AFTER INSERT ON entry BEGIN
  SELECT CASE
    WHEN NEW.id<>1 AND NOT EXISTS(SELECT 1 FROM entry WHERE id=NEW.id-1) THEN RAISE(ABORT,'entry does not follow the one before')
    WHEN NEW.at<(SELECT at FROM entry WHERE id=NEW.id-1) OR NEW.business_day<>CAST(strftime('%Y%m%d',NEW.at/1000000+32400,'unixepoch') AS INTEGER) -- the day in Seoul, UTC+9
    THEN RAISE(ABORT,'entry is out of order')
  END;
END;

DROP TRIGGER IF EXISTS leg_apply;
CREATE TRIGGER leg_apply AFTER INSERT ON leg BEGIN
  SELECT CASE
    WHEN NEW.entry_id<>(SELECT max(id) FROM entry) THEN RAISE(ABORT,'leg is of an earlier entry')
    WHEN NEW.id<>1 AND NOT EXISTS(SELECT 1 FROM leg WHERE id=NEW.id-1) THEN RAISE(ABORT,'leg does not follow the one before')
  END;
  INSERT INTO posting(account_id,seq,leg_id,amount,balance,at,memo) VALUES(NEW.debit_id,
    (SELECT last_seq+1 FROM account WHERE id=NEW.debit_id),NEW.id,-NEW.amount,
    (SELECT posted-NEW.amount FROM account WHERE id=NEW.debit_id),(SELECT at FROM entry WHERE id=NEW.entry_id),NEW.debit_memo);
  INSERT INTO posting(account_id,seq,leg_id,amount,balance,at,memo) VALUES(NEW.credit_id,
    (SELECT last_seq+1 FROM account WHERE id=NEW.credit_id),NEW.id,NEW.amount,
    (SELECT posted+NEW.amount FROM account WHERE id=NEW.credit_id),(SELECT at FROM entry WHERE id=NEW.entry_id),NEW.credit_memo);
END;

DROP TRIGGER IF EXISTS account_balance_guard;
CREATE TRIGGER account_balance_guard AFTER UPDATE OF posted,last_seq,last_leg,last_at ON account
 WHEN NOT EXISTS(SELECT 1 FROM leg WHERE id=NEW.last_leg AND NEW.last_leg>OLD.last_leg AND NEW.last_seq=OLD.last_seq+1
   AND NEW.posted-OLD.posted=CASE NEW.id WHEN debit_id THEN -amount WHEN credit_id THEN amount END)
BEGIN SELECT RAISE(ABORT,'balance changes only through a leg'); END;

DROP TRIGGER IF EXISTS account_day_grows;
CREATE TRIGGER account_day_grows AFTER UPDATE ON account_day
 WHEN NEW.account_id<>OLD.account_id OR NEW.day<>OLD.day OR NEW.first_seq<>OLD.first_seq OR NEW.last_seq<>OLD.last_seq+1
   OR NOT EXISTS(SELECT 1 FROM posting p JOIN leg l ON l.id=p.leg_id JOIN entry e ON e.id=l.entry_id
   WHERE p.account_id=NEW.account_id AND p.seq=NEW.last_seq AND e.business_day=NEW.day AND e.at=p.at
   AND CASE WHEN p.amount>0
     THEN NEW.in_total=OLD.in_total+p.amount AND NEW.in_count=OLD.in_count+1 AND NEW.out_total=OLD.out_total AND NEW.out_count=OLD.out_count
     ELSE NEW.out_total=OLD.out_total-p.amount AND NEW.out_count=OLD.out_count+1 AND NEW.in_total=OLD.in_total AND NEW.in_count=OLD.in_count END)
BEGIN SELECT RAISE(ABORT,'a day must mirror its postings'); END;

DROP TRIGGER IF EXISTS transfer_counts;
CREATE TRIGGER transfer_counts AFTER INSERT ON transfer BEGIN
  SELECT CASE
    WHEN NOT EXISTS(SELECT 1 FROM entry WHERE id=NEW.entry_id AND kind='transfer') OR EXISTS(SELECT 1 FROM entry WHERE id=NEW.entry_id+1)
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
  SELECT CASE WHEN changes()=0 THEN RAISE(ABORT,'transfer must count on its day') END; -- INSERT OR IGNORE ignores what is over the limit, here too
END;

DROP TRIGGER IF EXISTS customer_day_grows;
CREATE TRIGGER customer_day_grows AFTER UPDATE ON customer_day
 WHEN NEW.customer_id<>OLD.customer_id OR NEW.day<>OLD.day OR NEW.last_entry<=OLD.last_entry
   OR EXISTS(SELECT 1 FROM transfer WHERE customer_id=NEW.customer_id AND entry_id>NEW.last_entry)
   OR NEW.out_total-OLD.out_total IS NOT (SELECT amount FROM transfer WHERE entry_id=NEW.last_entry AND customer_id=NEW.customer_id)
   OR NEW.day IS NOT (SELECT business_day FROM entry WHERE id=NEW.last_entry)
   OR NEW.out_limit<>(SELECT limit_day FROM customer WHERE id=NEW.customer_id)
BEGIN SELECT RAISE(ABORT,'a day must mirror its transfers'); END;

DROP TRIGGER IF EXISTS event_follows;
CREATE TRIGGER event_follows AFTER INSERT ON event BEGIN
  SELECT CASE
    WHEN NEW.id<>1 AND NOT EXISTS(SELECT 1 FROM event WHERE id=NEW.id-1) THEN RAISE(ABORT,'event does not follow the one before')
    WHEN NEW.at<(SELECT at FROM entry WHERE id=NEW.entry_id) OR NEW.n>1 AND NEW.at<(SELECT at FROM event WHERE entry_id=NEW.entry_id AND n=NEW.n-1) -- whose own did
    THEN RAISE(ABORT,'event is out of order')
    WHEN NEW.to_state<>'cancelled' AND EXISTS(SELECT 1 FROM remittance WHERE entry_id=NEW.entry_id)=
         CASE NEW.to_state WHEN 'submitted' THEN 1 WHEN 'completed' THEN 1 WHEN 'pending' THEN 1 WHEN 'rejected' THEN 1 WHEN 'reversed' THEN 1 ELSE 0 END
    THEN RAISE(ABORT,'this order takes no such step')
    WHEN NEW.to_state='reversed' AND NOT EXISTS(SELECT 1 FROM entry WHERE reverses=NEW.entry_id) THEN RAISE(ABORT,'no entry reverses it')
    WHEN CASE NEW.to_state WHEN 'returned' THEN 1 WHEN 'expired' THEN 1 WHEN 'cancelled' THEN NEW.from_state='cancellation-requested' ELSE 0 END
         AND NOT EXISTS(SELECT 1 FROM entry WHERE reverses=NEW.entry_id)
    THEN RAISE(ABORT,'no entry brings the money back')
  END;
END;

DROP TRIGGER IF EXISTS act_follows;
CREATE TRIGGER act_follows AFTER INSERT ON act BEGIN
  SELECT CASE
    WHEN coalesce((SELECT NEW.at<at FROM act WHERE id=NEW.id-1),NEW.id<>1) THEN RAISE(ABORT,'act does not follow the one before')
    WHEN NEW.kind='signature' AND NOT EXISTS(SELECT 1 FROM entry e JOIN transfer t ON t.entry_id=e.id
     WHERE e.key=NEW.subject AND e.at=NEW.at AND t.customer_id=NEW.customer_id AND NOT EXISTS(SELECT 1 FROM entry WHERE id=e.id+1))
    THEN RAISE(ABORT,'a signature is that of the newest order')
    WHEN NEW.kind='remittance' AND NOT EXISTS(SELECT 1 FROM entry e JOIN remittance r ON r.entry_id=e.id
     WHERE e.id=(SELECT max(id) FROM entry) AND e.key=NEW.subject AND e.at=NEW.at AND r.customer_id=NEW.customer_id)
    THEN RAISE(ABORT,'a remittance is of the newest entry')
    WHEN NEW.kind='instruction' AND NOT EXISTS(SELECT 1 FROM instruction WHERE id=(SELECT max(id) FROM instruction) AND key=NEW.subject AND customer_id=NEW.customer_id)
    THEN RAISE(ABORT,'an instruction is the newest one')
  END;
END;
