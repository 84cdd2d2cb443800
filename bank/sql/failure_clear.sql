DELETE FROM failure
 WHERE subject = $1;
