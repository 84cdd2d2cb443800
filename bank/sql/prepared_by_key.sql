SELECT body, request_hash, challenge, at
  FROM prepared
 WHERE key = $1 AND customer_id = $2;
