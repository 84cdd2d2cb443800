SELECT id, key, customer_id, from_number, institution, number, recipient,
       amount, own_memo, recipient_memo, requested_at, at, code
  FROM refusal
 WHERE id > $1 AND id <= $2
 ORDER BY id;
