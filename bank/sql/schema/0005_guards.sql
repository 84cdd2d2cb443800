-- The books, version 5: certificates take legal steps only, and what was approved, agreed to and issued stays.

CREATE INDEX consent_by_customer ON consent(customer_id,id);
CREATE INDEX approval_by_customer ON approval(customer_id,key);
CREATE INDEX issued_by_order ON issued(order_key);
CREATE INDEX issued_step_by_issued ON issued_step(issued_id,id);

CREATE TRIGGER membership_stays BEFORE DELETE ON membership BEGIN SELECT RAISE(ABORT,'membership cannot be deleted'); END;
CREATE TRIGGER membership_keeps_who BEFORE UPDATE OF customer_id,kind,identity_mac ON membership
BEGIN SELECT RAISE(ABORT,'who a customer is cannot be changed'); END;

CREATE TRIGGER consent_is_withdrawn BEFORE INSERT ON consent -- agreeing again takes a branch, which this bank has not
 WHEN NEW.agreed<>0 OR coalesce((SELECT agreed FROM consent WHERE customer_id=NEW.customer_id ORDER BY id DESC LIMIT 1),0)=0
BEGIN SELECT RAISE(ABORT,'a consent can be withdrawn only'); END;
CREATE TRIGGER consent_is_fixed BEFORE UPDATE ON consent BEGIN SELECT RAISE(ABORT,'consent cannot be changed'); END;
CREATE TRIGGER consent_stays BEFORE DELETE ON consent BEGIN SELECT RAISE(ABORT,'consent cannot be deleted'); END;

CREATE TRIGGER approval_keeps_what BEFORE UPDATE ON approval
 WHEN OLD.done_at IS NOT NULL OR (NEW.key,NEW.customer_id,NEW.renews,NEW.planned_at)<>(OLD.key,OLD.customer_id,OLD.renews,OLD.planned_at)
BEGIN SELECT RAISE(ABORT,'an approval that was used stays'); END;
CREATE TRIGGER approval_stays BEFORE DELETE ON approval BEGIN SELECT RAISE(ABORT,'approval cannot be deleted'); END;

CREATE TRIGGER issued_is_fixed BEFORE UPDATE ON issued BEGIN SELECT RAISE(ABORT,'a certificate that was issued cannot be changed'); END;
CREATE TRIGGER issued_stays BEFORE DELETE ON issued BEGIN SELECT RAISE(ABORT,'a certificate that was issued stays'); END;
CREATE TRIGGER issued_is_approved BEFORE INSERT ON issued
 WHEN NOT EXISTS(SELECT 1 FROM approval WHERE key=NEW.order_key AND reference IS NOT NULL AND done_at IS NULL)
BEGIN SELECT RAISE(ABORT,'nothing approved this certificate'); END;

CREATE TRIGGER issued_step_is_legal BEFORE INSERT ON issued_step
 WHEN NOT EXISTS(SELECT 1 FROM (SELECT coalesce((SELECT status FROM issued_step WHERE issued_id=NEW.issued_id ORDER BY id DESC LIMIT 1),'') AS was) AS s
   WHERE (s.was='' AND NEW.status='pending') OR (s.was='pending' AND NEW.status IN('good','revoked'))
      OR (s.was='good' AND NEW.status IN('suspended','revoked')) OR (s.was='suspended' AND NEW.status IN('good','revoked')))
   OR NEW.at<coalesce((SELECT at FROM issued_step ORDER BY id DESC LIMIT 1),0)
BEGIN SELECT RAISE(ABORT,'no such step of a certificate'); END;
CREATE TRIGGER issued_step_follows AFTER INSERT ON issued_step WHEN NEW.id<>coalesce((SELECT max(id) FROM issued_step WHERE id<NEW.id),0)+1
BEGIN SELECT RAISE(ABORT,'step does not follow the one before'); END;
CREATE TRIGGER issued_step_is_fixed BEFORE UPDATE ON issued_step BEGIN SELECT RAISE(ABORT,'step cannot be changed'); END;
CREATE TRIGGER issued_step_stays BEFORE DELETE ON issued_step BEGIN SELECT RAISE(ABORT,'step cannot be deleted'); END;

CREATE TRIGGER sign_in_is_fixed BEFORE UPDATE ON sign_in BEGIN SELECT RAISE(ABORT,'what is signed to sign in cannot be changed'); END;

-- Acts of this version.
DROP TRIGGER IF EXISTS act_is_of_a_kind;
CREATE TRIGGER act_is_of_a_kind BEFORE INSERT ON act
 WHEN NEW.kind NOT IN('signature','certificate-registered','certificate-ended','consent','certificate-approved','certificate-step','sign-in')
BEGIN SELECT RAISE(ABORT,'no act is of this kind'); END;
