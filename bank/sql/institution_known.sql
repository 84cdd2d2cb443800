SELECT count(*)
  FROM institution
 WHERE code = $1;
