UPDATE approval
   SET account_id = coalesce(nullif($3,0), (SELECT min(id) FROM account WHERE customer_id = $2)), reference = $4, code_mac = $5, until = $6
 WHERE key = $1 AND customer_id = $2 AND done_at IS NULL;
