-- A day's transfers to other banks are settled once, as what they add up to, and not forgotten once that was due.
WITH settled AS (
    SELECT CAST(substr(e.key, 12) AS INTEGER) AS day,
           (SELECT sum(CASE WHEN d.number = 'clearing' AND c.number = 'cash' THEN l.amount ELSE -1 END)
              FROM leg l JOIN account d ON d.id = l.debit_id JOIN account c ON c.id = l.credit_id WHERE l.entry_id = e.id) AS moved
      FROM entry e WHERE e.key GLOB 'settlement-*'
     UNION ALL
    SELECT CAST(subject AS INTEGER), 0
      FROM due WHERE kind = 'settlement' AND done_at IS NOT NULL
       AND NOT EXISTS (SELECT 1 FROM entry WHERE key = 'settlement-' || subject)
), compared AS (
    SELECT s.day, s.moved,
           (SELECT coalesce(sum(p.amount), 0)
              FROM account a
              JOIN account_day d ON d.account_id = a.id AND d.day = s.day
              JOIN posting p ON p.account_id = a.id AND p.seq BETWEEN d.first_seq AND d.last_seq
              JOIN leg l ON l.id = p.leg_id
              JOIN transfer t ON t.entry_id = l.entry_id
             WHERE a.number = 'clearing'
               AND NOT EXISTS (SELECT 1 FROM event v WHERE v.entry_id = t.entry_id AND v.to_state = 'pending')) AS due
      FROM settled s
)
SELECT printf('the settlement of %d moved %d instead of %d', day, moved, due)
  FROM compared WHERE moved IS NOT due ORDER BY day LIMIT 1;
