-- What the transfers of a day that arrived at once put on the clearing account.
SELECT CAST(coalesce(sum(p.amount), 0) AS bigint)
  FROM account_day AS d
  JOIN posting AS p ON p.account_id = d.account_id AND p.seq BETWEEN d.first_seq AND d.last_seq
  JOIN leg AS l ON l.id = p.leg_id
  JOIN transfer AS t ON t.entry_id = l.entry_id
 WHERE d.account_id = $1 AND d.day = $2
   AND NOT EXISTS (SELECT 1 FROM event AS v WHERE v.entry_id = t.entry_id AND v.to_state = 'pending');
