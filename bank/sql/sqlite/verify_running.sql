-- In each account postings are numbered from 1 without a gap, in the order of time, and each balance is the one before and the amount.
SELECT CASE
         WHEN p.before_seq IS NULL AND p.seq <> 1 THEN printf('account %s: posting %d does not follow another', a.number, p.seq)
         WHEN p.balance <> coalesce(p.before_balance, 0) + p.amount THEN
           printf('account %s: the balance after posting %d is %d, and should be %d', a.number, p.seq, p.balance, coalesce(p.before_balance, 0) + p.amount)
         ELSE printf('account %s: posting %d is earlier than the one before', a.number, p.seq)
       END
  FROM (SELECT p.account_id, p.seq, p.amount, p.balance, b.seq AS before_seq, b.balance AS before_balance
          FROM posting p LEFT JOIN posting b ON b.account_id = p.account_id AND b.seq = p.seq - 1
         WHERE (b.seq IS NULL AND p.seq <> 1) OR p.balance <> coalesce(b.balance, 0) + p.amount OR p.at < b.at) p
  JOIN account a ON a.id = p.account_id
 ORDER BY a.number, p.seq LIMIT 1;
