UPDATE approval
   SET policy = $3, fee = $4
 WHERE key = $1 AND customer_id = $2 AND done_at IS NULL AND reference IS NOT NULL;
