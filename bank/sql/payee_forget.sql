DELETE FROM payee
 WHERE customer_id = $1 AND institution = $2 AND number = $3;
