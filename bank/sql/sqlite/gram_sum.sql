-- How many memos have a gram, and a sum that depends on which.
SELECT count(*), coalesce(sum(rowid % 1000000007), 0)
  FROM memo_gram
 WHERE memo_gram MATCH $1;
