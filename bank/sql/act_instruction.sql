SELECT customer_id, text, body, done_at
  FROM act
 WHERE kind = 'instruction' AND subject = $1;
