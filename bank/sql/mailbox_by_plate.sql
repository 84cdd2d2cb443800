SELECT id, plate, customer_id, opened_at, until, claimed_at, burnt_at, burnt_by, reason
  FROM mailbox
 WHERE customer_id = $1 AND plate = $2
 ORDER BY opened_at DESC, id DESC
 LIMIT 1;
