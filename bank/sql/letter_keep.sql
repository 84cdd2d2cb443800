INSERT INTO letter(mailbox_id, side, n, body)
VALUES ($1, $2, $3, $4);
