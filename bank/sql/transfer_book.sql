INSERT INTO transfer(entry_id, customer_id, from_id, institution, number, recipient,
                     amount, fee, own_memo, recipient_memo, medium, requested_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12);
