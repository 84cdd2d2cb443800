-- Every account that is indexed: how far, how far it goes, and its number.
SELECT r.account_id, r.seq, a.last_seq, a.number
  FROM memo_reach AS r
  JOIN account AS a ON a.id = r.account_id
 ORDER BY r.account_id;
