-- Memos to compare with a text one by one. Deposits and withdrawals are looked for in an index of their own; the answer begins before all are found.
SELECT seq, memo
  FROM posting
 WHERE $4 = 0 AND account_id = $1 AND seq BETWEEN $2 AND $3
 UNION ALL
SELECT seq, (SELECT memo FROM posting AS m WHERE m.account_id = p.account_id AND m.seq = p.seq)
  FROM posting AS p
 WHERE $4 = 1 AND account_id = $1 AND seq BETWEEN $2 AND $3 AND amount > 0
 UNION ALL
SELECT seq, (SELECT memo FROM posting AS m WHERE m.account_id = p.account_id AND m.seq = p.seq)
  FROM posting AS p
 WHERE $4 = 2 AND account_id = $1 AND seq BETWEEN $2 AND $3 AND amount < 0
 ORDER BY 1 DESC;
