-- An order is the customer's own, within what might be sent at once then, and its entry moved just that money to where it says:
-- inside this bank to the account named, otherwise out of the bank. A limit that was lowered later was higher before.
WITH allowed AS (
  SELECT t.entry_id, coalesce((SELECT l.each_before FROM customer_limit l WHERE l.customer_id = t.customer_id AND l.at > e.at ORDER BY l.id LIMIT 1),
                              c.limit_each) AS each
    FROM transfer t JOIN entry e ON e.id = t.entry_id JOIN customer c ON c.id = t.customer_id
)
SELECT CASE
         WHEN e.kind <> 'transfer' THEN printf('transfer %d: its entry is of kind %s', t.entry_id, e.kind)
         WHEN a.customer_id IS NOT t.customer_id THEN printf('transfer %d: account %s is not of customer %s', t.entry_id, a.number, c.login)
         WHEN t.amount > w.each THEN printf('transfer %d: %d is over the limit of %d', t.entry_id, t.amount, w.each)
         ELSE printf('transfer %d: no leg of its entry moves %d from account %s to %s', t.entry_id, t.amount, a.number, t.number)
       END
  FROM transfer t
  JOIN allowed w ON w.entry_id = t.entry_id
  JOIN entry e ON e.id = t.entry_id
  JOIN account a ON a.id = t.from_id
  JOIN customer c ON c.id = t.customer_id
 WHERE e.kind <> 'transfer' OR a.customer_id IS NOT t.customer_id OR t.amount > w.each
    OR NOT EXISTS(SELECT 1 FROM leg l JOIN account o ON o.id = l.credit_id
                   WHERE l.entry_id = t.entry_id AND l.debit_id = t.from_id AND l.amount = t.amount
                     AND CASE t.institution WHEN '071' THEN o.number = t.number ELSE o.kind = 'internal' END)
 ORDER BY t.entry_id LIMIT 1;
