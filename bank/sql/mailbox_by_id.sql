SELECT id, plate, customer_id, opened_at, until, claimed_at, burnt_at, burnt_by, reason
  FROM mailbox
 WHERE id = $1 AND customer_id = $2;
