-- The receipt of the entry with a key. The balance is that of the passbook line,
-- so that a receipt printed again is the same.
SELECT e.request_hash, t.customer_id, e.id, e.business_day, e.at, a.number, t.institution, t.number,
       t.recipient, coalesce(h.name_en, c.name_en, ''), t.amount, t.fee, t.own_memo, t.recipient_memo, coalesce(s.expected, ''), coalesce(s.acknowledged, ''), p.balance,
       (SELECT to_state FROM event WHERE entry_id = e.id ORDER BY n DESC LIMIT 1),
       coalesce((SELECT min(at) FROM due WHERE subject = e.key AND kind = 'answer' AND done_at IS NULL), 0)
  FROM entry AS e
  JOIN transfer AS t ON t.entry_id = e.id
  JOIN account AS a ON a.id = t.from_id
  JOIN leg AS l ON l.entry_id = e.id
  JOIN posting AS p ON p.leg_id = l.id AND p.account_id = t.from_id
  LEFT JOIN said AS s ON s.order_key = e.key
  LEFT JOIN account AS r ON t.institution = $2 AND r.number = t.number
  LEFT JOIN customer AS h ON h.id = r.customer_id
  LEFT JOIN counterparty AS c ON c.institution = t.institution AND c.number = t.number
 WHERE e.key = $1
 ORDER BY p.seq DESC
 LIMIT 1;
