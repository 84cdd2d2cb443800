SELECT currency FROM favourite WHERE customer_id = $1 ORDER BY position;
