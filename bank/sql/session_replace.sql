UPDATE session
   SET ended_at = $3, reason = 'elsewhere'
 WHERE customer_id = $1 AND channel = $2 AND ended_at IS NULL;
