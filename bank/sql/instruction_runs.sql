-- What an order for later had booked: under its own key, or every month under one with the month after it.
SELECT e.key, f.number, t.institution, t.number, t.recipient, t.amount, t.own_memo, t.recipient_memo
  FROM entry AS e
  JOIN transfer AS t ON t.entry_id = e.id
  JOIN account AS f ON f.id = t.from_id
 WHERE e.key = $1 OR (e.key > $2 AND e.key < $3)
 ORDER BY e.id;
