-- No account is below its floor, and every customer has one.
SELECT printf('account %s: %d is available, and at least %d has to be', number, posted - held, coalesce(floor, 0))
  FROM account WHERE posted - held < floor OR (kind = 'customer' AND floor IS NULL)
 ORDER BY number LIMIT 1;
