SELECT id, customer_id, body, request_hash, requested_at, at, cancelled_at
  FROM instruction
 WHERE key = $1;
