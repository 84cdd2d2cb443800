-- The first of what is due.
SELECT id, kind, subject, n, at
  FROM due
 WHERE done_at IS NULL AND at <= $1
 ORDER BY at, id
 LIMIT 1;
