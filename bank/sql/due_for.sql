SELECT at
  FROM due
 WHERE subject = $1 AND done_at IS NULL
 ORDER BY at
 LIMIT 1;
