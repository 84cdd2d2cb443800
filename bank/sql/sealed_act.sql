SELECT id, at, done_at, customer_id, kind, subject, text, body
  FROM act
 WHERE id > $1 AND id <= $2
 ORDER BY id;
