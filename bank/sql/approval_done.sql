UPDATE approval
   SET done_at = $2
 WHERE key = $1;
