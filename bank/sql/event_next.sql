INSERT INTO event(entry_id, n, prev_n, from_state, to_state, at)
VALUES ($1, $2, $2 - 1, $3, $4, $5);
