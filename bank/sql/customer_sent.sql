SELECT out_total
  FROM customer_day
 WHERE customer_id = $1 AND day = $2;
