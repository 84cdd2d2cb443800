INSERT INTO instruction(key, customer_id, body, request_hash, requested_at, at)
VALUES ($1, $2, $3, $4, $5, $6)
RETURNING id;
