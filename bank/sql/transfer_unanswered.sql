SELECT e.id, e.business_day, t.from_id, c.id, t.amount, t.institution, t.number, t.own_memo, t.recipient_memo
  FROM entry AS e
  JOIN transfer AS t ON t.entry_id = e.id
  JOIN account AS c ON c.number = $2
 WHERE e.key = $1;
