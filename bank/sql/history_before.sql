-- The position of the last posting before a day.
SELECT last_seq
  FROM account_day
 WHERE account_id = $1 AND day < $2
 ORDER BY day DESC
 LIMIT 1;
