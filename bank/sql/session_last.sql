SELECT max(started_at)
  FROM session
 WHERE customer_id = $1 AND channel = $2;
