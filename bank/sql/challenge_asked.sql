SELECT cells
  FROM challenge
 WHERE customer_id = $1;
