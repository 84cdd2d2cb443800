INSERT INTO favourite(customer_id, position, currency) VALUES ($1, $2, $3)
    ON CONFLICT(customer_id, currency) DO NOTHING;
