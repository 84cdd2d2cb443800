INSERT INTO arrangement(account_id, customer_id, place, nickname, chosen)
SELECT id, customer_id, $1, $2, $3 FROM account WHERE number = $4 AND customer_id = $5;
