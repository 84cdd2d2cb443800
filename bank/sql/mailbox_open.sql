INSERT INTO mailbox(id, plate, customer_id, opened_at, until)
VALUES ($1, $2, $3, $4, $5);
