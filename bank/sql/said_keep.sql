-- An order that was refused may be confirmed again.
INSERT INTO said(order_key, expected, acknowledged) VALUES ($1, $2, $3)
    ON CONFLICT(order_key) DO NOTHING;
