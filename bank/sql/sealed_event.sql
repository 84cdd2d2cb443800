SELECT id, entry_id, n, prev_n, from_state, to_state, at
  FROM event
 WHERE id > $1 AND id <= $2
 ORDER BY id;
