INSERT INTO quote(id, customer_id, currency, side, unit, rate, listed, base, percent, day, notice, at, until)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13);
