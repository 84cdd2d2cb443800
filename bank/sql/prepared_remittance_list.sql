SELECT body, request_hash, challenge
  FROM prepared_remittance
 WHERE customer_id = $1
 ORDER BY at, key;
