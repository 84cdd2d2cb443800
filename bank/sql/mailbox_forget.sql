DELETE FROM mailbox
 WHERE customer_id = $1 AND burnt_at < $2;
