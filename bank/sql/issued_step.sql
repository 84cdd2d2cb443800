INSERT INTO issued_step(issued_id, status, why, at)
VALUES ($1, $2, $3, $4);
