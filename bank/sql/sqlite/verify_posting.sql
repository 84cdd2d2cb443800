-- A posting says what the side of the leg says that names its account.
SELECT CASE
         WHEN side IS NULL THEN printf('account %s: posting %d has no leg on this account', number, seq)
         WHEN amount <> side THEN printf('leg %d: the posting on account %s has %d instead of %d', leg_id, number, amount, side)
         WHEN memo <> side_memo THEN printf('leg %d: the posting on account %s has another memo', leg_id, number)
         WHEN entry_at IS NULL THEN printf('leg %d: its entry is missing', leg_id)
         ELSE printf('leg %d: the posting on account %s has another time', leg_id, number)
       END
  FROM (SELECT p.account_id, p.seq, p.leg_id, p.amount, p.memo, p.at, e.at AS entry_at,
               CASE p.account_id WHEN l.debit_id THEN -l.amount WHEN l.credit_id THEN l.amount END AS side,
               CASE p.account_id WHEN l.debit_id THEN l.debit_memo ELSE l.credit_memo END AS side_memo
          FROM posting p LEFT JOIN leg l ON l.id = p.leg_id LEFT JOIN entry e ON e.id = l.entry_id
         WHERE side IS NULL OR p.amount <> side OR p.memo <> side_memo OR p.at IS NOT e.at) p
  JOIN account a ON a.id = p.account_id
 ORDER BY leg_id, number, seq LIMIT 1;
