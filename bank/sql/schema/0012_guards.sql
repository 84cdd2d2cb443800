-- The books, version 12: an approval for which no account was named stays free.

CREATE TRIGGER approval_stays_free BEFORE UPDATE OF fee ON approval
 WHEN NEW.fee>0 AND EXISTS(SELECT 1 FROM approval_free WHERE key=NEW.key)
BEGIN SELECT RAISE(ABORT,'no account was named that could pay'); END;
CREATE TRIGGER approval_free_is_fixed BEFORE UPDATE ON approval_free BEGIN SELECT RAISE(ABORT,'a free approval cannot be changed'); END;
CREATE TRIGGER approval_free_stays BEFORE DELETE ON approval_free BEGIN SELECT RAISE(ABORT,'a free approval cannot be deleted'); END;
