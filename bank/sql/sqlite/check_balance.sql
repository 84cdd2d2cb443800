-- Each account stands where its last posting left it.
SELECT CASE
         WHEN a.posted <> coalesce(p.balance, 0) THEN printf('account %s: the balance is %d, and after its last posting it was %d', a.number, a.posted, coalesce(p.balance, 0))
         ELSE printf('account %s: the last leg is %d, and should be %d', a.number, coalesce(p.leg_id, 0), a.last_leg)
       END
  FROM account a
  LEFT JOIN posting p ON p.account_id = a.id AND p.seq = a.last_seq
 WHERE a.posted <> coalesce(p.balance, 0) OR a.last_leg <> coalesce(p.leg_id, 0)
 ORDER BY a.number LIMIT 1;
