-- A leg with its entry, and the order behind it. The first column is its number.
SELECT l.id, l.entry_id, l.debit_id, l.credit_id, l.currency, l.amount, l.debit_memo, l.credit_memo,
       e.key, e.request_hash, e.kind, e.at, e.business_day, e.reverses,
       t.customer_id, t.from_id, t.institution, t.number, t.recipient, t.amount, t.fee,
       t.own_memo, t.recipient_memo, t.medium, t.requested_at
  FROM leg AS l
  LEFT JOIN entry AS e ON e.id = l.entry_id
  LEFT JOIN transfer AS t ON t.entry_id = l.entry_id
 WHERE l.id > $1 AND l.id <= $2
 ORDER BY l.id;
