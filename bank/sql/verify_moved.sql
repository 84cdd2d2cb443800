SELECT d.number, c.number, l.amount, l.currency, l.debit_memo, l.credit_memo
  FROM leg AS l
  JOIN account AS d ON d.id = l.debit_id
  JOIN account AS c ON c.id = l.credit_id
 WHERE l.entry_id = $1
 ORDER BY l.id;
