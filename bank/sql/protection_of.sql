SELECT delay_hours, designated
  FROM protection
 WHERE customer_id = $1
 ORDER BY id DESC
 LIMIT 1;
