SELECT id, customer_id, at, each_before, day_before, limit_each, limit_day
  FROM customer_limit
 WHERE id > $1 AND id <= $2
 ORDER BY id;
