SELECT balance
  FROM posting
 WHERE account_id = $1 AND seq = $2;
