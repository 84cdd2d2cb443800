SELECT status, why, at
  FROM issued_step
 WHERE issued_id = $1
 ORDER BY id;
