INSERT INTO remittance(entry_id, customer_id, from_id, kind, body, country, currency, amount, dollars, year, recipient, account, medium, requested_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14);
