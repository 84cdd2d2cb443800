-- The books, version 6: a number is good once.

CREATE UNIQUE INDEX mailbox_one_open ON mailbox(customer_id) WHERE burnt_at IS NULL;
CREATE INDEX mailbox_by_customer ON mailbox(customer_id,opened_at);

CREATE TRIGGER mailbox_is_used_once BEFORE UPDATE ON mailbox
 WHEN NEW.id<>OLD.id OR NEW.plate<>OLD.plate OR NEW.customer_id<>OLD.customer_id OR NEW.opened_at<>OLD.opened_at
   OR OLD.burnt_at IS NOT NULL
   OR OLD.claimed_at IS NOT NULL AND (NEW.claimed_at IS NOT OLD.claimed_at OR NEW.until<>OLD.until)
   OR OLD.claimed_at IS NULL AND NEW.claimed_at IS NULL AND NEW.until<>OLD.until
BEGIN SELECT RAISE(ABORT,'a mailbox is used once'); END;
CREATE TRIGGER letter_is_fixed BEFORE UPDATE ON letter BEGIN SELECT RAISE(ABORT,'a letter cannot be changed'); END;
CREATE TRIGGER letter_needs_its_mailbox BEFORE INSERT ON letter
 WHEN NOT EXISTS(SELECT 1 FROM mailbox WHERE id=NEW.mailbox_id AND burnt_at IS NULL)
BEGIN SELECT RAISE(ABORT,'the mailbox is burnt'); END;
CREATE TRIGGER mailbox_burns_its_letters AFTER UPDATE OF burnt_at ON mailbox WHEN NEW.burnt_at IS NOT NULL
BEGIN DELETE FROM letter WHERE mailbox_id=NEW.id; END;
