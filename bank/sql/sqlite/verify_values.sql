-- What the tables' checks say about money. SQLite does not look at them in a file that it may only read.
SELECT what FROM (
  SELECT 1 AS rank, id, printf('leg %d: it moves %d from account %d to account %d', id, amount, debit_id, credit_id) AS what
    FROM leg WHERE amount <= 0 OR debit_id = credit_id
  UNION ALL
  SELECT 2, id, printf('entry %d: no entry is of kind %s', id, kind) FROM entry
   WHERE kind NOT IN ('opening','transfer','salary','card','bill','cash','interest','fee','exchange','reversal')
  UNION ALL
  SELECT 3, id, printf('account %s: no account is %s', number, status) FROM account WHERE status NOT IN ('open','frozen','closed')
  UNION ALL
  SELECT 4, id, printf('account %s: %d is held', number, held) FROM account WHERE held < 0
  UNION ALL
  SELECT 5, id, printf('account %s: it is no account of a customer, and none of the bank', number) FROM account
   WHERE kind NOT IN ('customer','internal') OR (kind = 'customer') <> (customer_id IS NOT NULL) OR (kind = 'customer') <> (product IS NOT NULL)
      OR (kind = 'customer' AND (length(number) <> 14 OR number GLOB '*[^0-9]*' OR substr(number, 7, 2) <> product))
  UNION ALL
  SELECT 6, entry_id, printf('transfer %d: it is of %d and a fee of %d', entry_id, amount, fee) FROM transfer WHERE amount <= 0 OR fee < 0
) ORDER BY rank, id LIMIT 1;
