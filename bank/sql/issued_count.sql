SELECT count(*)
  FROM issued
 WHERE institute = $1;
