-- The bank's position in foreign exchange, and its accounts abroad, are moved by exchanges and what reverses them; those abroad by remittances only.
-- What was booked back is what a status says, and the other way round.
WITH moved AS (
  SELECT l.entry_id, a.number -- by their postings, of which there are few; that legs have the same was asked before
    FROM account a CROSS JOIN posting p ON p.account_id = a.id CROSS JOIN leg l ON l.id = p.leg_id
   WHERE a.kind = 'internal' AND (a.number = 'exchange' OR a.number LIKE 'exchange-%' OR a.number LIKE 'nostro-%')
)
SELECT what FROM (
  SELECT 1 AS rank, e.id, printf('entry %d: it is of kind %s, and moves %s', e.id, e.kind, m.number) AS what
    FROM moved m JOIN entry e ON e.id = m.entry_id WHERE e.kind NOT IN ('exchange', 'reversal')
  UNION ALL
  SELECT 2, e.id, printf('entry %d: it moves %s, and is no remittance', e.id, m.number)
    FROM moved m JOIN entry e ON e.id = m.entry_id
   WHERE m.number LIKE 'nostro-%' AND NOT EXISTS(SELECT 1 FROM remittance r WHERE r.entry_id IN (e.id, e.reverses))
  UNION ALL
  SELECT 3, r.entry_id, printf('remittance %d: it is %s, and its money %s', r.entry_id, v.to_state, iif(b.id IS NULL, 'did not come back', 'came back'))
    FROM remittance r
    LEFT JOIN entry b ON b.reverses = r.entry_id
    LEFT JOIN event v ON v.entry_id = r.entry_id AND v.n = (SELECT max(n) FROM event o WHERE o.entry_id = r.entry_id)
   WHERE (b.id IS NULL) = coalesce(v.to_state IN ('returned', 'expired', 'cancelled'), 1)
) ORDER BY rank, id LIMIT 1;
