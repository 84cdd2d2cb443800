INSERT INTO event(entry_id, n, prev_n, from_state, to_state, at)
VALUES ($1, 1, NULL, '', 'submitted', $2),
       ($1, 2, 1, 'submitted', $3, $2);
