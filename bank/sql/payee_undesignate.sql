UPDATE payee SET designated = 0
 WHERE customer_id = $1 AND institution = $2 AND number = $3;
