-- The books, version 4: acts follow each other and stay, and certificates change only by them.

CREATE UNIQUE INDEX act_signs_once ON act(subject) WHERE kind='signature';
CREATE UNIQUE INDEX certificate_is_one_customers ON certificate(issuer,serial) WHERE ended_at IS NULL;
CREATE INDEX certificate_by_customer ON certificate(customer_id,id);

CREATE TRIGGER act_is_of_a_kind BEFORE INSERT ON act -- a version that knows more kinds replaces it
 WHEN NEW.kind NOT IN('signature','certificate-registered','certificate-ended','consent')
BEGIN SELECT RAISE(ABORT,'no act is of this kind'); END;
CREATE TRIGGER act_follows AFTER INSERT ON act BEGIN
  SELECT RAISE(ABORT,'act does not follow the one before')
   WHERE NEW.id<>coalesce((SELECT max(id) FROM act WHERE id<NEW.id),0)+1 OR NEW.at<(SELECT at FROM act WHERE id=NEW.id-1);
  SELECT RAISE(ABORT,'a signature is that of the newest order')
   WHERE NEW.kind='signature' AND NOT EXISTS(SELECT 1 FROM entry e JOIN transfer t ON t.entry_id=e.id
     WHERE e.id=(SELECT max(id) FROM entry) AND e.key=NEW.subject AND e.at=NEW.at AND t.customer_id=NEW.customer_id);
END;
CREATE TRIGGER act_is_fixed BEFORE UPDATE ON act BEGIN SELECT RAISE(ABORT,'act cannot be changed'); END;
CREATE TRIGGER act_stays BEFORE DELETE ON act BEGIN SELECT RAISE(ABORT,'act cannot be deleted'); END;

CREATE TRIGGER certificate_is_registered BEFORE INSERT ON certificate
 WHEN NEW.ended_at IS NOT NULL OR NOT EXISTS(SELECT 1 FROM act WHERE id=(SELECT max(id) FROM act) AND kind='certificate-registered'
   AND customer_id=NEW.customer_id AND at=NEW.registered_at AND subject=NEW.sha256 AND CAST(body AS TEXT)=NEW.issuer||char(10)||NEW.serial)
BEGIN SELECT RAISE(ABORT,'a certificate must mirror an act'); END;
CREATE TRIGGER certificate_follows AFTER INSERT ON certificate WHEN NEW.id<>coalesce((SELECT max(id) FROM certificate WHERE id<NEW.id),0)+1
BEGIN SELECT RAISE(ABORT,'certificate does not follow the one before'); END;
CREATE TRIGGER certificate_ends BEFORE UPDATE ON certificate
 WHEN OLD.ended_at IS NOT NULL OR NEW.ended_at IS NULL
   OR (NEW.id,NEW.customer_id,NEW.issuer,NEW.serial,NEW.sha256,NEW.registered_at)<>(OLD.id,OLD.customer_id,OLD.issuer,OLD.serial,OLD.sha256,OLD.registered_at)
   OR NOT EXISTS(SELECT 1 FROM act WHERE id=(SELECT max(id) FROM act) AND kind='certificate-ended'
   AND customer_id=NEW.customer_id AND at=NEW.ended_at AND subject=NEW.sha256 AND CAST(body AS TEXT)=NEW.reason)
BEGIN SELECT RAISE(ABORT,'a certificate ends once, by an act'); END;
CREATE TRIGGER certificate_stays BEFORE DELETE ON certificate BEGIN SELECT RAISE(ABORT,'certificate cannot be deleted'); END;

CREATE TRIGGER challenge_is_fixed BEFORE UPDATE ON challenge BEGIN SELECT RAISE(ABORT,'positions stay until they were answered'); END;

-- The chain goes over acts too.
DROP TRIGGER IF EXISTS seal_follows;
CREATE TRIGGER seal_follows AFTER INSERT ON seal
 WHEN NEW.id<>coalesce((SELECT max(id) FROM seal WHERE id<NEW.id),0)+1
   OR (NEW.last_leg,NEW.last_event,NEW.last_refusal,NEW.last_limit,NEW.last_act)=(0,0,0,0,0)
   OR NEW.last_leg NOT BETWEEN 0 AND coalesce((SELECT max(id) FROM leg),0)
   OR NEW.last_event NOT BETWEEN 0 AND coalesce((SELECT max(id) FROM event),0)
   OR NEW.last_refusal NOT BETWEEN 0 AND coalesce((SELECT max(id) FROM refusal),0)
   OR NEW.last_limit NOT BETWEEN 0 AND coalesce((SELECT max(id) FROM customer_limit),0)
   OR NEW.last_act NOT BETWEEN 0 AND coalesce((SELECT max(id) FROM act),0)
   OR EXISTS(SELECT 1 FROM seal s WHERE s.id=NEW.id-1 AND (s.hash<>NEW.prev OR s.at>NEW.at
     OR s.last_leg>NEW.last_leg OR s.last_event>NEW.last_event OR s.last_refusal>NEW.last_refusal OR s.last_limit>NEW.last_limit OR s.last_act>NEW.last_act
     OR (s.last_leg,s.last_event,s.last_refusal,s.last_limit,s.last_act)=(NEW.last_leg,NEW.last_event,NEW.last_refusal,NEW.last_limit,NEW.last_act)))
BEGIN SELECT RAISE(ABORT,'seals follow each other'); END;

-- What versions 1 and 2 ask and do when an order is booked, all of it, in fewer triggers: each one that runs costs as much as a small statement.
DROP TRIGGER IF EXISTS entry_in_order;
DROP TRIGGER IF EXISTS entry_follows;
CREATE TRIGGER entry_follows AFTER INSERT ON entry BEGIN
  SELECT RAISE(ABORT,'entry does not follow the one before') WHERE NEW.id<>coalesce((SELECT max(id) FROM entry WHERE id<NEW.id),0)+1;
  SELECT RAISE(ABORT,'entry is out of order')
   WHERE NEW.at<(SELECT at FROM entry WHERE id=NEW.id-1)
      OR NEW.business_day<>CAST(strftime('%Y%m%d',NEW.at/1000000+32400,'unixepoch') AS INTEGER); -- the day in Seoul, UTC+9
END;

DROP TRIGGER IF EXISTS leg_in_order;
DROP TRIGGER IF EXISTS leg_follows;
DROP TRIGGER IF EXISTS leg_apply;
CREATE TRIGGER leg_apply AFTER INSERT ON leg BEGIN
  SELECT RAISE(ABORT,'leg is of an earlier entry') WHERE NEW.entry_id<>(SELECT max(id) FROM entry);
  SELECT RAISE(ABORT,'leg does not follow the one before') WHERE NEW.id<>coalesce((SELECT max(id) FROM leg WHERE id<NEW.id),0)+1;
  UPDATE account SET posted=posted-NEW.amount, last_seq=last_seq+1, last_leg=NEW.id, last_at=(SELECT at FROM entry WHERE id=NEW.entry_id)
   WHERE id=NEW.debit_id AND status='open';
  SELECT RAISE(ABORT,'account not open') WHERE changes()=0;
  UPDATE account SET posted=posted+NEW.amount, last_seq=last_seq+1, last_leg=NEW.id, last_at=(SELECT at FROM entry WHERE id=NEW.entry_id)
   WHERE id=NEW.credit_id AND status='open';
  SELECT RAISE(ABORT,'account not open') WHERE changes()=0;
  INSERT INTO posting(account_id,seq,leg_id,amount,balance,at,memo)
    SELECT id,last_seq,NEW.id,-NEW.amount,posted,last_at,NEW.debit_memo FROM account WHERE id=NEW.debit_id;
  INSERT INTO posting(account_id,seq,leg_id,amount,balance,at,memo)
    SELECT id,last_seq,NEW.id,NEW.amount,posted,last_at,NEW.credit_memo FROM account WHERE id=NEW.credit_id;
  UPDATE account_day SET last_seq=last_seq+1, out_total=out_total+NEW.amount, out_count=out_count+1
   WHERE account_id=NEW.debit_id AND day=(SELECT business_day FROM entry WHERE id=NEW.entry_id);
  INSERT INTO account_day(account_id,day,first_seq,last_seq,in_total,in_count,out_total,out_count)
    SELECT a.id,e.business_day,a.last_seq,a.last_seq,0,0,NEW.amount,1 FROM account a, entry e
     WHERE changes()=0 AND a.id=NEW.debit_id AND e.id=NEW.entry_id;
  UPDATE account_day SET last_seq=last_seq+1, in_total=in_total+NEW.amount, in_count=in_count+1
   WHERE account_id=NEW.credit_id AND day=(SELECT business_day FROM entry WHERE id=NEW.entry_id);
  INSERT INTO account_day(account_id,day,first_seq,last_seq,in_total,in_count,out_total,out_count)
    SELECT a.id,e.business_day,a.last_seq,a.last_seq,NEW.amount,1,0,0 FROM account a, entry e
     WHERE changes()=0 AND a.id=NEW.credit_id AND e.id=NEW.entry_id;
END;

DROP TRIGGER IF EXISTS transfer_mirrors_leg;
DROP TRIGGER IF EXISTS transfer_is_new;
DROP TRIGGER IF EXISTS transfer_limit_each;
DROP TRIGGER IF EXISTS transfer_counts;
CREATE TRIGGER transfer_counts AFTER INSERT ON transfer BEGIN
  SELECT RAISE(ABORT,'transfer is of an earlier entry')
   WHERE NOT EXISTS(SELECT 1 FROM entry WHERE id=NEW.entry_id AND kind='transfer' AND id=(SELECT max(id) FROM entry));
  SELECT RAISE(ABORT,'transfer must mirror a leg')
   WHERE NOT EXISTS(SELECT 1 FROM leg l JOIN account a ON a.id=l.debit_id
     WHERE l.entry_id=NEW.entry_id AND a.id=NEW.from_id AND a.customer_id=NEW.customer_id AND l.amount=NEW.amount);
  SELECT RAISE(ABORT,'over the limit of one transfer') WHERE NEW.amount>(SELECT limit_each FROM customer WHERE id=NEW.customer_id);
  UPDATE customer_day SET out_total=out_total+NEW.amount, out_limit=(SELECT limit_day FROM customer WHERE id=NEW.customer_id), last_entry=NEW.entry_id
   WHERE customer_id=NEW.customer_id AND day=(SELECT business_day FROM entry WHERE id=NEW.entry_id);
  INSERT INTO customer_day(customer_id,day,out_total,out_limit,last_entry)
    SELECT NEW.customer_id,e.business_day,NEW.amount,c.limit_day,NEW.entry_id FROM entry e, customer c
     WHERE changes()=0 AND e.id=NEW.entry_id AND c.id=NEW.customer_id;
END;

DROP TRIGGER IF EXISTS event_follows;
DROP TRIGGER IF EXISTS event_in_order;
DROP TRIGGER IF EXISTS event_reverses;
CREATE TRIGGER event_follows AFTER INSERT ON event BEGIN
  SELECT RAISE(ABORT,'event does not follow the one before') WHERE NEW.id<>coalesce((SELECT max(id) FROM event WHERE id<NEW.id),0)+1;
  SELECT RAISE(ABORT,'event is out of order')
   WHERE NEW.at<(SELECT at FROM entry WHERE id=NEW.entry_id) OR NEW.at<(SELECT max(at) FROM event WHERE entry_id=NEW.entry_id AND id<>NEW.id);
  SELECT RAISE(ABORT,'no entry reverses it') WHERE NEW.to_state='reversed' AND NOT EXISTS(SELECT 1 FROM entry WHERE reverses=NEW.entry_id);
END;
