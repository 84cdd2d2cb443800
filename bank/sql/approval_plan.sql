INSERT INTO approval(key, customer_id, renews, planned_at)
VALUES ($1, $2, $3, $4);
