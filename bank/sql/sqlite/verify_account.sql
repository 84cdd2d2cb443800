-- An account stands where its last posting left it, and at the sum of them all.
SELECT CASE
         WHEN a.posted <> coalesce(t.total, 0) THEN printf('account %s: the balance is %d, and its postings add up to %d', a.number, a.posted, coalesce(t.total, 0))
         WHEN a.last_seq <> coalesce(t.seq, 0) THEN printf('account %s: the last posting is %d, and should be %d', a.number, coalesce(t.seq, 0), a.last_seq)
         WHEN a.posted <> coalesce(p.balance, 0) THEN printf('account %s: the balance is %d, and after its last posting it was %d', a.number, a.posted, coalesce(p.balance, 0))
         WHEN a.last_leg <> coalesce(p.leg_id, 0) THEN printf('account %s: the last leg is %d, and should be %d', a.number, coalesce(p.leg_id, 0), a.last_leg)
         ELSE printf('account %s: the time of the last posting is another', a.number)
       END
  FROM account a
  LEFT JOIN (SELECT account_id, sum(amount) AS total, max(seq) AS seq FROM posting GROUP BY account_id) t ON t.account_id = a.id
  LEFT JOIN posting p ON p.account_id = a.id AND p.seq = t.seq
 WHERE a.posted <> coalesce(t.total, 0) OR a.last_seq <> coalesce(t.seq, 0) OR a.posted <> coalesce(p.balance, 0)
    OR a.last_leg <> coalesce(p.leg_id, 0) OR a.last_at IS NOT p.at
 ORDER BY a.number LIMIT 1;
