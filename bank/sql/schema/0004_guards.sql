-- The books, version 4: acts follow each other and stay, and certificates change only by them.

CREATE UNIQUE INDEX act_signs_once ON act(subject) WHERE kind='signature';
CREATE UNIQUE INDEX certificate_is_one_customers ON certificate(issuer,serial) WHERE ended_at IS NULL;
CREATE INDEX certificate_by_customer ON certificate(customer_id,id);

CREATE TRIGGER act_is_of_a_kind BEFORE INSERT ON act -- a version that knows more kinds replaces it
 WHEN NEW.kind NOT IN('signature','certificate-registered','certificate-ended','consent')
BEGIN SELECT RAISE(ABORT,'no act is of this kind'); END;
CREATE TRIGGER act_follows AFTER INSERT ON act
 WHEN NEW.id<>coalesce((SELECT max(id) FROM act WHERE id<NEW.id),0)+1 OR NEW.at<(SELECT at FROM act WHERE id=NEW.id-1)
BEGIN SELECT RAISE(ABORT,'act does not follow the one before'); END;
CREATE TRIGGER act_signs_the_newest BEFORE INSERT ON act
 WHEN NEW.kind='signature' AND NOT EXISTS(SELECT 1 FROM entry e JOIN transfer t ON t.entry_id=e.id
   WHERE e.id=(SELECT max(id) FROM entry) AND e.key=NEW.subject AND e.at=NEW.at AND t.customer_id=NEW.customer_id)
BEGIN SELECT RAISE(ABORT,'a signature is that of the newest order'); END;
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
