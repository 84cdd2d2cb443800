INSERT INTO prepared_remittance(key, customer_id, body, request_hash, challenge, at)
VALUES ($1, $2, $3, $4, $5, $6);
