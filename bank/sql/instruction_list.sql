SELECT id, customer_id, body, request_hash, requested_at, at, cancelled_at
  FROM instruction
 WHERE customer_id = $1 AND requested_at >= $2 AND requested_at < $3
 ORDER BY requested_at DESC
 LIMIT +$4;
