INSERT INTO event(entry_id, n, prev_n, from_state, to_state, at)
VALUES ($1, 3, 2, 'pending', $2, $3);
