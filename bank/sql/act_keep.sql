INSERT INTO act(at, done_at, customer_id, kind, subject, text, body)
VALUES ($1, $2, $3, $4, $5, $6, $7);
