-- The postings of an account that follow those that are indexed.
SELECT seq, memo
  FROM posting
 WHERE account_id = $1 AND seq > $2
 ORDER BY seq
 LIMIT +$3;
