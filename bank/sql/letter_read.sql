SELECT body
  FROM letter
 WHERE mailbox_id = $1 AND side = $2 AND n = $3;
