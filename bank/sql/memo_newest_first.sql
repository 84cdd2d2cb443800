-- Memos to compare with a text one by one.
SELECT seq, memo
  FROM posting
 WHERE account_id = $1 AND seq BETWEEN $2 AND $3
   AND ($4 = 0 OR ($4 = 1 AND amount > 0) OR ($4 = 2 AND amount < 0))
 ORDER BY seq DESC;
