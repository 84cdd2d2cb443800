INSERT INTO answer(entry_id, at, code) VALUES ($1, $2, $3);
