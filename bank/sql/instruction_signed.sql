-- Every order for later with what was signed of it.
SELECT a.id, a.done_at, a.customer_id, a.subject, a.text, a.body, i.body, i.requested_at
  FROM instruction AS i
  JOIN act AS a ON a.subject = i.key AND a.kind = 'instruction'
 ORDER BY a.id;
