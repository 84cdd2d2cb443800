-- A leg has one posting on each of its two accounts. Since each posting is of such an account, it is enough that there are twice as many
-- and none is there twice; only if not are legs looked at one by one.
WITH twice AS (
  SELECT 1 AS rank, leg_id AS id, printf('account %s: posting %d is the second one of leg %d', a.number, seq, leg_id) AS what
    FROM (SELECT leg_id, account_id, max(seq) AS seq FROM posting GROUP BY leg_id, account_id HAVING count(*) > 1) p
    JOIN account a ON a.id = p.account_id
), missing AS (
  SELECT 2, l.id, printf('leg %d: the posting on account %s is missing', l.id, a.number)
    FROM leg l JOIN account a ON a.id IN (l.debit_id, l.credit_id)
   WHERE (SELECT count(*) FROM posting) <> 2 * (SELECT count(*) FROM leg)
     AND NOT EXISTS(SELECT 1 FROM posting p WHERE p.leg_id = l.id AND p.account_id = a.id)
)
SELECT what FROM (SELECT * FROM twice UNION ALL SELECT * FROM missing) ORDER BY rank, id, what LIMIT 1;
