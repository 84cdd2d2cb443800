SELECT id, plate, customer_id, opened_at, until, claimed_at, burnt_at, burnt_by, reason
  FROM mailbox
 WHERE customer_id = $1 AND burnt_at IS NULL;
