-- The books, version 9: an account is arranged by its customer, and one is chosen.

CREATE UNIQUE INDEX arrangement_chosen ON arrangement(customer_id) WHERE chosen=1;
CREATE TRIGGER arrangement_is_the_holders BEFORE INSERT ON arrangement
 WHEN NOT EXISTS(SELECT 1 FROM account WHERE id=NEW.account_id AND customer_id=NEW.customer_id)
BEGIN SELECT RAISE(ABORT,'an account is arranged by its customer'); END;
CREATE TRIGGER arrangement_is_replaced BEFORE UPDATE ON arrangement BEGIN SELECT RAISE(ABORT,'an arrangement is replaced, not changed'); END;
