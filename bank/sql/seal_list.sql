SELECT id, at, last_leg, last_event, last_refusal, last_limit, prev, hash
  FROM seal
 WHERE id >= $1
 ORDER BY id;
