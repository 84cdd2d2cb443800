UPDATE session
   SET ended_at = $3, reason = $4
 WHERE id = $1 AND customer_id = $2 AND ended_at IS NULL;
