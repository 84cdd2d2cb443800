-- The books, version 8: orders for later stay what was signed.

CREATE INDEX due_by_subject ON due(subject,n);
CREATE INDEX instruction_by_customer ON instruction(customer_id,at);
CREATE INDEX protection_by_customer ON protection(customer_id,id);
CREATE INDEX transfer_to ON transfer(customer_id,institution,number,amount,entry_id);
CREATE UNIQUE INDEX act_instructs_once ON act(subject) WHERE kind='instruction';

CREATE TRIGGER instruction_follows AFTER INSERT ON instruction
 WHEN NEW.id<>coalesce((SELECT max(id) FROM instruction WHERE id<NEW.id),0)+1 OR NEW.cancelled_at IS NOT NULL
BEGIN SELECT RAISE(ABORT,'instruction does not follow the one before'); END;
CREATE TRIGGER instruction_ends BEFORE UPDATE ON instruction
 WHEN OLD.cancelled_at IS NOT NULL OR NEW.cancelled_at IS NULL
   OR (NEW.id,NEW.key,NEW.customer_id,NEW.body,NEW.request_hash,NEW.requested_at,NEW.at)<>(OLD.id,OLD.key,OLD.customer_id,OLD.body,OLD.request_hash,OLD.requested_at,OLD.at)
   OR NOT EXISTS(SELECT 1 FROM act WHERE id=(SELECT max(id) FROM act) AND kind='instruction-cancelled' AND customer_id=NEW.customer_id AND subject=NEW.key)
BEGIN SELECT RAISE(ABORT,'an instruction is cancelled once, by an act'); END;
CREATE TRIGGER instruction_stays BEFORE DELETE ON instruction BEGIN SELECT RAISE(ABORT,'instruction cannot be deleted'); END;

CREATE TRIGGER said_is_fixed BEFORE UPDATE ON said BEGIN SELECT RAISE(ABORT,'what was said cannot be changed'); END;
CREATE TRIGGER said_stays BEFORE DELETE ON said BEGIN SELECT RAISE(ABORT,'what was said cannot be deleted'); END;
CREATE TRIGGER answer_settles BEFORE INSERT ON answer
 WHEN NOT EXISTS(SELECT 1 FROM event WHERE entry_id=NEW.entry_id AND to_state='pending')
   OR (NEW.code<>'')<>EXISTS(SELECT 1 FROM entry WHERE reverses=NEW.entry_id)
BEGIN SELECT RAISE(ABORT,'an answer settles or returns an order that waits for one'); END;
CREATE TRIGGER answer_is_fixed BEFORE UPDATE ON answer BEGIN SELECT RAISE(ABORT,'answer cannot be changed'); END;
CREATE TRIGGER answer_stays BEFORE DELETE ON answer BEGIN SELECT RAISE(ABORT,'answer cannot be deleted'); END;
CREATE TRIGGER protection_is_fixed BEFORE UPDATE ON protection BEGIN SELECT RAISE(ABORT,'protection cannot be changed'); END;
CREATE TRIGGER protection_stays BEFORE DELETE ON protection BEGIN SELECT RAISE(ABORT,'protection cannot be deleted'); END;

-- Acts of this version.
DROP TRIGGER IF EXISTS act_is_of_a_kind;
CREATE TRIGGER act_is_of_a_kind BEFORE INSERT ON act
 WHEN NEW.kind NOT IN('signature','certificate-registered','certificate-ended','consent','certificate-approved','certificate-step','sign-in',
   'remittance','remittance-request','remittance-step','instruction','instruction-cancelled')
BEGIN SELECT RAISE(ABORT,'no act is of this kind'); END;
CREATE TRIGGER act_instructs BEFORE INSERT ON act
 WHEN NEW.kind='instruction' AND NOT EXISTS(SELECT 1 FROM instruction WHERE id=(SELECT max(id) FROM instruction) AND key=NEW.subject AND customer_id=NEW.customer_id)
BEGIN SELECT RAISE(ABORT,'an instruction is the newest one'); END;
