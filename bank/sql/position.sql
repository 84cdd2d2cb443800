-- What is on the exchange accounts, won first.
SELECT posted, currency
  FROM account
 WHERE kind = 'internal' AND (number = 'exchange' OR number LIKE 'exchange-%') AND posted <> 0
 ORDER BY number;
