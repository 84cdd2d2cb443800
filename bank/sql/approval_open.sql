-- An issue that was broken off: the newest that is not done.
SELECT key
  FROM approval
 WHERE customer_id = $1 AND renews = '' AND done_at IS NULL AND planned_at > $2
 ORDER BY key DESC
 LIMIT 1;
