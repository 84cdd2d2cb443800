INSERT INTO protection(customer_id, at, delay_hours, designated) VALUES ($1, $2, $3, $4);
