-- The books, version 1: what makes them unable to lie. Everything a leg does happens in its trigger; everything else is refused.

CREATE UNIQUE INDEX session_one_open ON session(customer_id,channel) WHERE ended_at IS NULL;
CREATE INDEX session_by_customer ON session(customer_id,started_at);
CREATE INDEX account_by_customer ON account(customer_id,position) WHERE customer_id IS NOT NULL;
CREATE INDEX leg_by_entry ON leg(entry_id);
CREATE INDEX posting_by_leg ON posting(leg_id);
CREATE INDEX transfer_by_customer ON transfer(customer_id,entry_id);
CREATE INDEX refusal_by_customer ON refusal(customer_id,at);
CREATE INDEX prepared_by_customer ON prepared(customer_id,at);

CREATE TRIGGER leg_apply AFTER INSERT ON leg BEGIN
  UPDATE account SET posted=posted-NEW.amount, last_seq=last_seq+1, last_leg=NEW.id, last_at=(SELECT at FROM entry WHERE id=NEW.entry_id)
   WHERE id=NEW.debit_id AND status='open';
  SELECT RAISE(ABORT,'account not open') WHERE changes()=0;
  UPDATE account SET posted=posted+NEW.amount, last_seq=last_seq+1, last_leg=NEW.id, last_at=(SELECT at FROM entry WHERE id=NEW.entry_id)
   WHERE id=NEW.credit_id AND status='open';
  SELECT RAISE(ABORT,'account not open') WHERE changes()=0;
  INSERT INTO posting(account_id,seq,leg_id,amount,balance,at,memo)
    SELECT a.id,a.last_seq,NEW.id,
           CASE a.id WHEN NEW.debit_id THEN -NEW.amount ELSE NEW.amount END,
           a.posted,e.at,
           CASE a.id WHEN NEW.debit_id THEN NEW.debit_memo ELSE NEW.credit_memo END
      FROM account a, entry e WHERE a.id IN(NEW.debit_id,NEW.credit_id) AND e.id=NEW.entry_id;
  INSERT INTO account_day(account_id,day,first_seq,last_seq,in_total,in_count,out_total,out_count)
    SELECT a.id,e.business_day,a.last_seq,a.last_seq,
           CASE a.id WHEN NEW.credit_id THEN NEW.amount ELSE 0 END, a.id=NEW.credit_id,
           CASE a.id WHEN NEW.debit_id  THEN NEW.amount ELSE 0 END, a.id=NEW.debit_id
      FROM account a, entry e WHERE a.id IN(NEW.debit_id,NEW.credit_id) AND e.id=NEW.entry_id
    ON CONFLICT(account_id,day) DO UPDATE SET last_seq=excluded.last_seq,
      in_total=in_total+excluded.in_total, in_count=in_count+excluded.in_count,
      out_total=out_total+excluded.out_total, out_count=out_count+excluded.out_count;
END;

CREATE TRIGGER account_balance_guard BEFORE UPDATE OF posted,last_seq,last_leg,last_at ON account
 WHEN NOT EXISTS(SELECT 1 FROM leg WHERE id=NEW.last_leg AND NEW.last_leg>OLD.last_leg AND NEW.last_seq=OLD.last_seq+1
   AND ((debit_id=NEW.id AND NEW.posted=OLD.posted-amount) OR (credit_id=NEW.id AND NEW.posted=OLD.posted+amount)))
BEGIN SELECT RAISE(ABORT,'balance changes only through a leg'); END;
CREATE TRIGGER account_born_empty BEFORE INSERT ON account WHEN NEW.posted<>0 OR NEW.held<>0 OR NEW.last_seq<>0 OR NEW.last_leg<>0
BEGIN SELECT RAISE(ABORT,'account is born empty'); END;
CREATE TRIGGER account_identity BEFORE UPDATE OF id,number,currency,kind,customer_id,product,floor,opened_at ON account
BEGIN SELECT RAISE(ABORT,'account cannot be changed'); END;
CREATE TRIGGER account_stays_closed BEFORE UPDATE OF status ON account WHEN OLD.status='closed' AND NEW.status<>'closed'
BEGIN SELECT RAISE(ABORT,'account stays closed'); END;
CREATE TRIGGER account_stays BEFORE DELETE ON account BEGIN SELECT RAISE(ABORT,'account cannot be deleted'); END;

CREATE TRIGGER entry_in_order BEFORE INSERT ON entry
 WHEN NEW.at<(SELECT at FROM entry ORDER BY id DESC LIMIT 1)
   OR NEW.business_day<>CAST(strftime('%Y%m%d',NEW.at/1000000+32400,'unixepoch') AS INTEGER) -- the day in Seoul, UTC+9
BEGIN SELECT RAISE(ABORT,'entry is out of order'); END;
CREATE TRIGGER entry_is_fixed BEFORE UPDATE ON entry BEGIN SELECT RAISE(ABORT,'entry cannot be changed'); END;
CREATE TRIGGER entry_stays BEFORE DELETE ON entry BEGIN SELECT RAISE(ABORT,'entry cannot be deleted'); END;
CREATE TRIGGER leg_in_order BEFORE INSERT ON leg WHEN NEW.entry_id<>(SELECT id FROM entry ORDER BY id DESC LIMIT 1)
BEGIN SELECT RAISE(ABORT,'leg is of an earlier entry'); END;
CREATE TRIGGER leg_is_fixed BEFORE UPDATE ON leg BEGIN SELECT RAISE(ABORT,'leg cannot be changed'); END;
CREATE TRIGGER leg_stays BEFORE DELETE ON leg BEGIN SELECT RAISE(ABORT,'leg cannot be deleted'); END;
CREATE TRIGGER posting_is_fixed BEFORE UPDATE ON posting BEGIN SELECT RAISE(ABORT,'posting cannot be changed'); END;
CREATE TRIGGER posting_stays BEFORE DELETE ON posting BEGIN SELECT RAISE(ABORT,'posting cannot be deleted'); END;
CREATE TRIGGER posting_mirrors_leg BEFORE INSERT ON posting
 WHEN NOT EXISTS(SELECT 1 FROM account a JOIN leg l ON l.id=a.last_leg WHERE a.id=NEW.account_id AND a.last_seq=NEW.seq AND a.posted=NEW.balance AND l.id=NEW.leg_id
   AND NEW.amount=CASE a.id WHEN l.debit_id THEN -l.amount WHEN l.credit_id THEN l.amount END)
BEGIN SELECT RAISE(ABORT,'posting must mirror a leg'); END;

CREATE TRIGGER account_day_begins BEFORE INSERT ON account_day
 WHEN NOT EXISTS(SELECT 1 FROM account a JOIN leg l ON l.id=a.last_leg JOIN entry e ON e.id=l.entry_id
   WHERE a.id=NEW.account_id AND e.business_day=NEW.day AND NEW.first_seq=a.last_seq AND NEW.last_seq=a.last_seq
   AND NEW.in_total=(a.id=l.credit_id)*l.amount AND NEW.in_count=(a.id=l.credit_id)
   AND NEW.out_total=(a.id=l.debit_id)*l.amount AND NEW.out_count=(a.id=l.debit_id))
BEGIN SELECT RAISE(ABORT,'a day must mirror its postings'); END;
CREATE TRIGGER account_day_grows BEFORE UPDATE ON account_day
 WHEN NOT EXISTS(SELECT 1 FROM account a JOIN leg l ON l.id=a.last_leg
   WHERE a.id=NEW.account_id AND NEW.account_id=OLD.account_id AND NEW.day=OLD.day AND NEW.first_seq=OLD.first_seq
   AND NEW.last_seq=a.last_seq AND OLD.last_seq=a.last_seq-1
   AND NEW.in_total-OLD.in_total=(a.id=l.credit_id)*l.amount AND NEW.in_count-OLD.in_count=(a.id=l.credit_id)
   AND NEW.out_total-OLD.out_total=(a.id=l.debit_id)*l.amount AND NEW.out_count-OLD.out_count=(a.id=l.debit_id))
BEGIN SELECT RAISE(ABORT,'a day must mirror its postings'); END;
CREATE TRIGGER account_day_stays BEFORE DELETE ON account_day BEGIN SELECT RAISE(ABORT,'a day cannot be deleted'); END;

CREATE TRIGGER event_is_fixed BEFORE UPDATE ON event BEGIN SELECT RAISE(ABORT,'event cannot be changed'); END;
CREATE TRIGGER event_stays BEFORE DELETE ON event BEGIN SELECT RAISE(ABORT,'event cannot be deleted'); END;
CREATE TRIGGER refusal_is_fixed BEFORE UPDATE ON refusal BEGIN SELECT RAISE(ABORT,'refusal cannot be changed'); END;
CREATE TRIGGER refusal_stays BEFORE DELETE ON refusal BEGIN SELECT RAISE(ABORT,'refusal cannot be deleted'); END;

CREATE TRIGGER transfer_mirrors_leg BEFORE INSERT ON transfer
 WHEN NOT EXISTS(SELECT 1 FROM leg l JOIN account a ON a.id=l.debit_id
   WHERE l.entry_id=NEW.entry_id AND a.id=NEW.from_id AND a.customer_id=NEW.customer_id AND l.amount=NEW.amount)
BEGIN SELECT RAISE(ABORT,'transfer must mirror a leg'); END;
CREATE TRIGGER transfer_is_fixed BEFORE UPDATE ON transfer BEGIN SELECT RAISE(ABORT,'transfer cannot be changed'); END;
CREATE TRIGGER transfer_stays BEFORE DELETE ON transfer BEGIN SELECT RAISE(ABORT,'transfer cannot be deleted'); END;
CREATE TRIGGER transfer_limit_each BEFORE INSERT ON transfer
 WHEN NEW.amount>(SELECT limit_each FROM customer WHERE id=NEW.customer_id)
BEGIN SELECT RAISE(ABORT,'over the limit of one transfer'); END;
CREATE TRIGGER transfer_counts AFTER INSERT ON transfer BEGIN
  INSERT INTO customer_day(customer_id,day,out_total,out_limit)
    SELECT NEW.customer_id,e.business_day,NEW.amount,c.limit_day FROM entry e, customer c WHERE e.id=NEW.entry_id AND c.id=NEW.customer_id
    ON CONFLICT(customer_id,day) DO UPDATE SET out_total=out_total+excluded.out_total, out_limit=excluded.out_limit;
END;
CREATE TRIGGER customer_day_begins BEFORE INSERT ON customer_day
 WHEN NOT EXISTS(SELECT 1 FROM transfer t JOIN entry e ON e.id=t.entry_id
   WHERE t.entry_id=(SELECT max(entry_id) FROM transfer WHERE customer_id=NEW.customer_id)
   AND e.business_day=NEW.day AND NEW.out_total=t.amount AND NEW.out_limit=(SELECT limit_day FROM customer WHERE id=NEW.customer_id))
BEGIN SELECT RAISE(ABORT,'a day must mirror its transfers'); END;
CREATE TRIGGER customer_day_grows BEFORE UPDATE ON customer_day
 WHEN NEW.customer_id<>OLD.customer_id OR NEW.day<>OLD.day OR NEW.out_total<=OLD.out_total
   OR NEW.out_limit<>(SELECT limit_day FROM customer WHERE id=NEW.customer_id)
BEGIN SELECT RAISE(ABORT,'a day must mirror its transfers'); END;
CREATE TRIGGER customer_day_stays BEFORE DELETE ON customer_day BEGIN SELECT RAISE(ABORT,'a day cannot be deleted'); END;

CREATE TRIGGER setting_is_fixed BEFORE UPDATE ON setting BEGIN SELECT RAISE(ABORT,'setting cannot be changed'); END;
CREATE TRIGGER setting_stays BEFORE DELETE ON setting BEGIN SELECT RAISE(ABORT,'setting cannot be deleted'); END;
CREATE TRIGGER transition_is_all BEFORE INSERT ON transition BEGIN SELECT RAISE(ABORT,'the steps of an order are fixed'); END;
CREATE TRIGGER transition_is_fixed BEFORE UPDATE ON transition BEGIN SELECT RAISE(ABORT,'the steps of an order are fixed'); END;
CREATE TRIGGER transition_stays BEFORE DELETE ON transition BEGIN SELECT RAISE(ABORT,'the steps of an order are fixed'); END;
