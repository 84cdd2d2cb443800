-- The postings of an account whose memos have all of the grams, and their memos: the grams may be there in another order.
SELECT p.seq, p.memo
  FROM memo_gram AS g
 CROSS JOIN posting AS p ON p.account_id = $1 AND p.seq = g.rowid - ($1 << 32)
 WHERE g.memo_gram MATCH $5 AND g.rowid BETWEEN ($1 << 32) + $2 AND ($1 << 32) + $3
   AND ($4 = 0 OR ($4 = 1 AND p.amount > 0) OR ($4 = 2 AND p.amount < 0))
 ORDER BY g.rowid ASC;
