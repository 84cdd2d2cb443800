SELECT ended_at, reason
  FROM session
 WHERE id = $1 AND customer_id = $2;
