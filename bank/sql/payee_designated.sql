SELECT EXISTS(SELECT 1 FROM payee WHERE customer_id = $1 AND institution = $2 AND number = $3 AND designated = 1);
