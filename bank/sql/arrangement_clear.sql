DELETE FROM arrangement WHERE customer_id = $1;
