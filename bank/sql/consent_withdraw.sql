INSERT INTO consent(customer_id, agreed, at)
VALUES ($1, 0, $2);
