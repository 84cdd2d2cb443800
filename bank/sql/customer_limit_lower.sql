INSERT INTO customer_limit(customer_id, at, each_before, day_before, limit_each, limit_day)
VALUES ($1, $2, $3, $4, $5, $6);
