-- How far the memos of an account are indexed, and how far they go.
SELECT coalesce(r.seq, 0), a.last_seq
  FROM account AS a
  LEFT JOIN memo_reach AS r ON r.account_id = a.id
 WHERE a.id = $1;
