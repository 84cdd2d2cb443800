-- Every order has come to something: its last step is more than that it was submitted.
SELECT printf('transfer %d: it is %s', t.entry_id, coalesce(v.to_state, 'without any step'))
  FROM transfer t
  LEFT JOIN event v ON v.entry_id = t.entry_id AND v.n = (SELECT max(n) FROM event o WHERE o.entry_id = t.entry_id)
 WHERE v.to_state IS NULL OR v.to_state = 'submitted'
 ORDER BY t.entry_id LIMIT 1;
