INSERT INTO event(entry_id, n, prev_n, from_state, to_state, at)
VALUES ($1, $2, $3, $4, $5, $6);
