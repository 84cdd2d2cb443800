DELETE FROM challenge
 WHERE customer_id = $1 AND cells = $2;
