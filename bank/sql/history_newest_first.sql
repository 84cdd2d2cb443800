-- Who was paid is for the sender to know; the recipient sees who sent it, and
-- not the memo the sender kept. Deposits and withdrawals are chosen from an index of their own, however many of the others lie between;
-- CROSS keeps them the first to be read.
WITH chosen AS (
    SELECT seq FROM posting WHERE $4 = 0 AND account_id = $1 AND seq BETWEEN $2 AND $3
     UNION ALL
    SELECT seq FROM posting WHERE $4 = 1 AND account_id = $1 AND seq BETWEEN $2 AND $3 AND amount > 0
     UNION ALL
    SELECT seq FROM posting WHERE $4 = 2 AND account_id = $1 AND seq BETWEEN $2 AND $3 AND amount < 0
     ORDER BY 1 DESC
     LIMIT +$5)
SELECT p.seq, p.at, e.kind, p.amount, p.balance, p.memo, e.business_day, e.id,
       CASE WHEN t.entry_id IS NULL THEN '' WHEN p.account_id = t.from_id THEN t.institution ELSE $6 END,
       CASE WHEN p.account_id = t.from_id THEN t.number ELSE '' END,
       CASE WHEN t.entry_id IS NULL THEN '' WHEN p.account_id = t.from_id THEN t.recipient ELSE s.name_ko END,
       CASE WHEN p.account_id = t.from_id THEN t.recipient_memo ELSE '' END
  FROM chosen AS c
 CROSS JOIN posting AS p
  JOIN leg AS l ON l.id = p.leg_id
  JOIN entry AS e ON e.id = l.entry_id
  LEFT JOIN transfer AS t ON t.entry_id = e.id
  LEFT JOIN customer AS s ON s.id = t.customer_id
 WHERE p.account_id = $1 AND p.seq = c.seq
 ORDER BY p.seq DESC;
