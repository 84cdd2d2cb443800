SELECT body, request_hash, challenge
  FROM prepared_remittance
 WHERE key = $1 AND customer_id = $2;
