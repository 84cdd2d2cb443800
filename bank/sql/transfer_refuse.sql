INSERT INTO refusal(key, customer_id, from_number, institution, number, recipient,
                    amount, own_memo, recipient_memo, requested_at, at, code)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12);
