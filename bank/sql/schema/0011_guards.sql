-- The books, version 11: what versions 4, 7 and 8 ask of a step of an order and of an act, all of it, in fewer triggers and without lists. Each trigger
-- that runs costs as much as a small statement, and a list after IN is made into a table for every row.

DROP TRIGGER IF EXISTS event_is_of_its_order;
DROP TRIGGER IF EXISTS event_brings_back;
DROP TRIGGER IF EXISTS event_follows;
CREATE TRIGGER event_follows AFTER INSERT ON event BEGIN
  SELECT CASE
    WHEN NEW.id<>coalesce((SELECT max(id) FROM event WHERE id<NEW.id),0)+1 THEN RAISE(ABORT,'event does not follow the one before')
    WHEN NEW.at<(SELECT at FROM entry WHERE id=NEW.entry_id) OR NEW.at<(SELECT at FROM event WHERE entry_id=NEW.entry_id AND n=NEW.n-1) -- whose own did
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

DROP TRIGGER IF EXISTS act_is_of_a_kind;
DROP TRIGGER IF EXISTS act_remits_the_newest;
DROP TRIGGER IF EXISTS act_instructs;
DROP TRIGGER IF EXISTS act_follows;
CREATE TRIGGER act_is_of_a_kind BEFORE INSERT ON act -- a version that knows more kinds replaces it
 WHEN CASE NEW.kind WHEN 'signature' THEN 0 WHEN 'certificate-registered' THEN 0 WHEN 'certificate-ended' THEN 0 WHEN 'consent' THEN 0
   WHEN 'certificate-approved' THEN 0 WHEN 'certificate-step' THEN 0 WHEN 'sign-in' THEN 0
   WHEN 'remittance' THEN 0 WHEN 'remittance-request' THEN 0 WHEN 'remittance-step' THEN 0 WHEN 'instruction' THEN 0 WHEN 'instruction-cancelled' THEN 0 ELSE 1 END
BEGIN SELECT RAISE(ABORT,'no act is of this kind'); END;
CREATE TRIGGER act_follows AFTER INSERT ON act BEGIN
  SELECT CASE
    WHEN NEW.id<>coalesce((SELECT max(id) FROM act WHERE id<NEW.id),0)+1 OR NEW.at<(SELECT at FROM act WHERE id=NEW.id-1)
    THEN RAISE(ABORT,'act does not follow the one before')
    WHEN NEW.kind='signature' AND NOT EXISTS(SELECT 1 FROM entry e JOIN transfer t ON t.entry_id=e.id
     WHERE e.id=(SELECT max(id) FROM entry) AND e.key=NEW.subject AND e.at=NEW.at AND t.customer_id=NEW.customer_id)
    THEN RAISE(ABORT,'a signature is that of the newest order')
    WHEN NEW.kind='remittance' AND NOT EXISTS(SELECT 1 FROM entry e JOIN remittance r ON r.entry_id=e.id
     WHERE e.id=(SELECT max(id) FROM entry) AND e.key=NEW.subject AND e.at=NEW.at AND r.customer_id=NEW.customer_id)
    THEN RAISE(ABORT,'a remittance is of the newest entry')
    WHEN NEW.kind='instruction' AND NOT EXISTS(SELECT 1 FROM instruction WHERE id=(SELECT max(id) FROM instruction) AND key=NEW.subject AND customer_id=NEW.customer_id)
    THEN RAISE(ABORT,'an instruction is the newest one')
  END;
END;
