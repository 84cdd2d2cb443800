SELECT tries
  FROM failure
 WHERE subject = $1;
