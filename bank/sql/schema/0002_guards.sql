-- The books, version 2: what could still be changed by hand.

CREATE INDEX customer_limit_by_customer ON customer_limit(customer_id,id);

-- Rows are numbered without a gap, in the order they came.
CREATE TRIGGER entry_follows AFTER INSERT ON entry WHEN NEW.id<>coalesce((SELECT max(id) FROM entry WHERE id<NEW.id),0)+1
BEGIN SELECT RAISE(ABORT,'entry does not follow the one before'); END;
CREATE TRIGGER leg_follows AFTER INSERT ON leg WHEN NEW.id<>coalesce((SELECT max(id) FROM leg WHERE id<NEW.id),0)+1
BEGIN SELECT RAISE(ABORT,'leg does not follow the one before'); END;
CREATE TRIGGER refusal_follows AFTER INSERT ON refusal WHEN NEW.id<>coalesce((SELECT max(id) FROM refusal WHERE id<NEW.id),0)+1
BEGIN SELECT RAISE(ABORT,'refusal does not follow the one before'); END;

-- The steps of an order.
DROP TRIGGER IF EXISTS event_is_fixed;
DROP TRIGGER IF EXISTS event_stays;
CREATE TRIGGER event_is_fixed BEFORE UPDATE ON event BEGIN SELECT RAISE(ABORT,'event cannot be changed'); END;
CREATE TRIGGER event_stays BEFORE DELETE ON event BEGIN SELECT RAISE(ABORT,'event cannot be deleted'); END;
CREATE TRIGGER event_follows AFTER INSERT ON event WHEN NEW.id<>coalesce((SELECT max(id) FROM event WHERE id<NEW.id),0)+1
BEGIN SELECT RAISE(ABORT,'event does not follow the one before'); END;
CREATE TRIGGER event_in_order BEFORE INSERT ON event
 WHEN NEW.at<(SELECT at FROM entry WHERE id=NEW.entry_id) OR NEW.at<(SELECT max(at) FROM event WHERE entry_id=NEW.entry_id)
BEGIN SELECT RAISE(ABORT,'event is out of order'); END;
CREATE TRIGGER event_reverses AFTER INSERT ON event
 WHEN NEW.to_state='reversed' AND NOT EXISTS(SELECT 1 FROM entry WHERE reverses=NEW.entry_id)
BEGIN SELECT RAISE(ABORT,'no entry reverses it'); END;
CREATE TRIGGER transfer_is_new BEFORE INSERT ON transfer
 WHEN NOT EXISTS(SELECT 1 FROM entry WHERE id=NEW.entry_id AND kind='transfer' AND id=(SELECT max(id) FROM entry))
BEGIN SELECT RAISE(ABORT,'transfer is of an earlier entry'); END;

-- Accounts are closed when they are empty.
CREATE TRIGGER account_closes_empty BEFORE UPDATE OF status ON account WHEN NEW.status='closed' AND (NEW.posted<>0 OR NEW.held<>0)
BEGIN SELECT RAISE(ABORT,'an account with money cannot be closed'); END;

-- Limits are lowered, on record, or not at all.
CREATE TRIGGER customer_limit_follows BEFORE INSERT ON customer_limit
 WHEN NOT EXISTS(SELECT 1 FROM customer WHERE id=NEW.customer_id AND limit_each=NEW.each_before AND limit_day=NEW.day_before)
   OR NEW.at<=coalesce((SELECT at FROM entry ORDER BY id DESC LIMIT 1),0)
   OR NEW.at<coalesce((SELECT at FROM customer_limit ORDER BY id DESC LIMIT 1),0)
BEGIN SELECT RAISE(ABORT,'limits follow each other'); END;
CREATE TRIGGER customer_limit_applies AFTER INSERT ON customer_limit BEGIN
  SELECT RAISE(ABORT,'limits follow each other') WHERE NEW.id<>coalesce((SELECT max(id) FROM customer_limit WHERE id<NEW.id),0)+1;
  UPDATE customer SET limit_each=NEW.limit_each, limit_day=NEW.limit_day WHERE id=NEW.customer_id;
END;
CREATE TRIGGER customer_limit_is_fixed BEFORE UPDATE ON customer_limit BEGIN SELECT RAISE(ABORT,'a limit on record cannot be changed'); END;
CREATE TRIGGER customer_limit_stays BEFORE DELETE ON customer_limit BEGIN SELECT RAISE(ABORT,'a limit on record cannot be deleted'); END;
CREATE TRIGGER customer_limits_are_lowered BEFORE UPDATE OF id,limit_each,limit_day ON customer
 WHEN NEW.id<>OLD.id OR NOT EXISTS(SELECT 1 FROM customer_limit l WHERE l.id=(SELECT max(id) FROM customer_limit WHERE customer_id=OLD.id)
   AND l.each_before=OLD.limit_each AND l.day_before=OLD.limit_day AND l.limit_each=NEW.limit_each AND l.limit_day=NEW.limit_day)
BEGIN SELECT RAISE(ABORT,'limits are lowered on record only'); END;
CREATE TRIGGER customer_stays BEFORE DELETE ON customer BEGIN SELECT RAISE(ABORT,'customer cannot be deleted'); END;

-- A day of transfers grows by the newest one of its customer, once.
DROP TRIGGER IF EXISTS transfer_counts;
DROP TRIGGER IF EXISTS customer_day_begins;
DROP TRIGGER IF EXISTS customer_day_grows;
UPDATE customer_day SET last_entry=(SELECT max(t.entry_id) FROM transfer t JOIN entry e ON e.id=t.entry_id
  WHERE t.customer_id=customer_day.customer_id AND e.business_day=customer_day.day) WHERE last_entry=0;
CREATE TRIGGER transfer_counts AFTER INSERT ON transfer BEGIN
  INSERT INTO customer_day(customer_id,day,out_total,out_limit,last_entry)
    SELECT NEW.customer_id,e.business_day,NEW.amount,c.limit_day,NEW.entry_id FROM entry e, customer c WHERE e.id=NEW.entry_id AND c.id=NEW.customer_id
    ON CONFLICT(customer_id,day) DO UPDATE SET out_total=out_total+excluded.out_total, out_limit=excluded.out_limit, last_entry=excluded.last_entry;
END;
CREATE TRIGGER customer_day_begins BEFORE INSERT ON customer_day
 WHEN NOT EXISTS(SELECT 1 FROM transfer t JOIN entry e ON e.id=t.entry_id
   WHERE t.entry_id=NEW.last_entry AND t.entry_id=(SELECT max(entry_id) FROM transfer WHERE customer_id=NEW.customer_id)
   AND e.business_day=NEW.day AND NEW.out_total=t.amount AND NEW.out_limit=(SELECT limit_day FROM customer WHERE id=NEW.customer_id))
BEGIN SELECT RAISE(ABORT,'a day must mirror its transfers'); END;
CREATE TRIGGER customer_day_grows BEFORE UPDATE ON customer_day
 WHEN NEW.customer_id<>OLD.customer_id OR NEW.day<>OLD.day OR NEW.last_entry<=OLD.last_entry
   OR NOT EXISTS(SELECT 1 FROM transfer t JOIN entry e ON e.id=t.entry_id
   WHERE t.entry_id=NEW.last_entry AND t.entry_id=(SELECT max(entry_id) FROM transfer WHERE customer_id=NEW.customer_id)
   AND e.business_day=NEW.day AND NEW.out_total-OLD.out_total=t.amount AND NEW.out_limit=(SELECT limit_day FROM customer WHERE id=NEW.customer_id))
BEGIN SELECT RAISE(ABORT,'a day must mirror its transfers'); END;

-- What an order said when it was reviewed, and which one-time passwords are used up.
CREATE TRIGGER prepared_is_fixed BEFORE UPDATE ON prepared BEGIN SELECT RAISE(ABORT,'a prepared order cannot be changed'); END;
CREATE TRIGGER otp_used_grows BEFORE UPDATE ON otp_used WHEN NEW.customer_id<>OLD.customer_id OR NEW.step<=OLD.step
BEGIN SELECT RAISE(ABORT,'a one-time password is good once'); END;
CREATE TRIGGER otp_used_stays BEFORE DELETE ON otp_used BEGIN SELECT RAISE(ABORT,'a one-time password is good once'); END;

-- The chain.
CREATE TRIGGER seal_follows AFTER INSERT ON seal
 WHEN NEW.id<>coalesce((SELECT max(id) FROM seal WHERE id<NEW.id),0)+1
   OR (NEW.last_leg,NEW.last_event,NEW.last_refusal,NEW.last_limit)=(0,0,0,0)
   OR NEW.last_leg NOT BETWEEN 0 AND coalesce((SELECT max(id) FROM leg),0)
   OR NEW.last_event NOT BETWEEN 0 AND coalesce((SELECT max(id) FROM event),0)
   OR NEW.last_refusal NOT BETWEEN 0 AND coalesce((SELECT max(id) FROM refusal),0)
   OR NEW.last_limit NOT BETWEEN 0 AND coalesce((SELECT max(id) FROM customer_limit),0)
   OR EXISTS(SELECT 1 FROM seal s WHERE s.id=NEW.id-1 AND (s.hash<>NEW.prev OR s.at>NEW.at
     OR s.last_leg>NEW.last_leg OR s.last_event>NEW.last_event OR s.last_refusal>NEW.last_refusal OR s.last_limit>NEW.last_limit
     OR (s.last_leg,s.last_event,s.last_refusal,s.last_limit)=(NEW.last_leg,NEW.last_event,NEW.last_refusal,NEW.last_limit)))
BEGIN SELECT RAISE(ABORT,'seals follow each other'); END;
CREATE TRIGGER seal_is_fixed BEFORE UPDATE ON seal BEGIN SELECT RAISE(ABORT,'seal cannot be changed'); END;
CREATE TRIGGER seal_stays BEFORE DELETE ON seal BEGIN SELECT RAISE(ABORT,'seal cannot be deleted'); END;
