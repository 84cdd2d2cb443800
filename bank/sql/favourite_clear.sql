DELETE FROM favourite WHERE customer_id = $1;
