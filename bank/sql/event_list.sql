SELECT n, to_state, at
  FROM event
 WHERE entry_id = $1
 ORDER BY n;
