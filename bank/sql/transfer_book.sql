-- The entry of a transfer, its leg, the order behind it and its first steps: all of it or nothing.
INSERT INTO booked_transfer(entry_id, key, request_hash, at, business_day, customer_id, from_id, credit_id, currency, institution, number, recipient,
                            amount, fee, own_memo, recipient_memo, medium, requested_at, state)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19);
