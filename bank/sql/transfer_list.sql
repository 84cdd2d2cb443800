-- Orders that were booked and orders that were refused, newest first.
SELECT o.key, o.from_number, o.institution, o.number, o.recipient, coalesce(h.name_en, c.name_en, ''),
       o.amount, o.own_memo, o.recipient_memo, o.fee, o.code, o.business_day, o.id, o.requested_at, o.at, o.state, o.due, coalesce(s.expected, ''), coalesce(s.acknowledged, '')
  FROM (SELECT e.key, a.number AS from_number, t.institution, t.number, t.recipient,
               t.amount, t.own_memo, t.recipient_memo, t.fee, coalesce(w.code, '') AS code, e.business_day, e.id, t.requested_at, coalesce(w.at, e.at) AS at,
               (SELECT to_state FROM event WHERE entry_id = e.id ORDER BY n DESC LIMIT 1) AS state,
               coalesce((SELECT min(at) FROM due WHERE subject = e.key AND kind = 'answer' AND done_at IS NULL), 0) AS due
          FROM transfer AS t
          JOIN entry AS e ON e.id = t.entry_id
          JOIN account AS a ON a.id = t.from_id
          LEFT JOIN answer AS w ON w.entry_id = e.id
         WHERE t.customer_id = $1
         UNION ALL
        SELECT r.key, r.from_number, r.institution, r.number, r.recipient,
               r.amount, r.own_memo, r.recipient_memo, 0, r.code, 0, r.id, r.requested_at, r.at, 'rejected', 0
          FROM refusal AS r
         WHERE r.customer_id = $1) AS o
  LEFT JOIN said AS s ON s.order_key = o.key
  LEFT JOIN account AS w ON o.institution = $7 AND w.number = o.number
  LEFT JOIN customer AS h ON h.id = w.customer_id
  LEFT JOIN counterparty AS c ON c.institution = o.institution AND c.number = o.number
 WHERE o.requested_at >= $2 AND o.requested_at < $3
   AND ($4 = '' OR o.from_number = $4)
   AND ($5 = '' OR $5 = CASE o.state WHEN 'pending' THEN 'checking' ELSE o.state END)
 ORDER BY o.requested_at DESC, o.at DESC, o.id DESC
 LIMIT +$6;
