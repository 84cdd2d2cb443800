-- Every signature with the order that it is for, as it was booked, and whether there was such an order.
SELECT a.id, a.done_at, a.customer_id, a.subject, a.text, a.body, t.entry_id IS NOT NULL,
       coalesce(f.number, ''), coalesce(t.institution, ''), coalesce(t.number, ''), coalesce(t.recipient, ''),
       coalesce(t.amount, 0), coalesce(t.fee, 0), coalesce(t.own_memo, ''), coalesce(t.recipient_memo, ''), coalesce(t.requested_at, 0),
       coalesce(s.expected, ''), coalesce(s.acknowledged, '')
  FROM act AS a
  LEFT JOIN said AS s ON s.order_key = a.subject
  LEFT JOIN entry AS e ON e.key = a.subject
  LEFT JOIN transfer AS t ON t.entry_id = e.id AND t.customer_id = a.customer_id
  LEFT JOIN account AS f ON f.id = t.from_id
 WHERE a.kind = 'signature'
 ORDER BY a.id;
