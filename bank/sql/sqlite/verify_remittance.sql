-- Every remittance with its entry, what brought it back, and what its customer agreed to.
SELECT r.entry_id, r.customer_id, e.key, e.request_hash, r.body, r.kind, r.country, f.number, r.currency, r.recipient, r.account,
       r.amount, r.dollars, r.requested_at, coalesce(b.id, 0), a.id, a.text, a.body, a.done_at,
       (SELECT json_extract(CAST(s.body AS TEXT), '$.rate') FROM act AS s WHERE s.kind = 'remittance-step' AND s.subject = e.key
           AND json_extract(CAST(s.body AS TEXT), '$.rate') IS NOT NULL)
  FROM remittance AS r
  JOIN entry AS e ON e.id = r.entry_id
  JOIN account AS f ON f.id = r.from_id
  LEFT JOIN entry AS b ON b.reverses = r.entry_id
  LEFT JOIN act AS a ON a.kind = 'remittance' AND a.subject = e.key AND a.customer_id = r.customer_id AND a.at = e.at
 ORDER BY r.entry_id;
