INSERT INTO session(id, customer_id, channel, started_at)
VALUES ($1, $2, $3, $4);
