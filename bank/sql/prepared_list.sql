SELECT body, request_hash, challenge, at
  FROM prepared
 WHERE customer_id = $1
 ORDER BY at, key;
