SELECT id, at, last_leg, last_event, last_refusal, last_limit, last_act, prev, hash
  FROM seal
 WHERE id >= $1
 ORDER BY id;
