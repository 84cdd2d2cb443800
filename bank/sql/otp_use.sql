INSERT INTO otp_used(customer_id, step)
VALUES ($1, $2)
    ON CONFLICT(customer_id) DO UPDATE SET step = excluded.step;
