INSERT INTO leg(entry_id, debit_id, credit_id, currency, amount, debit_memo, credit_memo)
VALUES ($1, $2, $3, $4, $5, $6, $7);
