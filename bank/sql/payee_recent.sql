-- Accounts that money went to and that are not kept, the newest first. Only the last thousand transfers are looked at.
SELECT r.institution, r.number, coalesce(h.name_en, c.name_en, ''), r.recipient, '', 0, 0, e.at
  FROM (SELECT institution, number, recipient, max(entry_id) AS last
          FROM (SELECT institution, number, recipient, entry_id FROM transfer WHERE customer_id = $1 ORDER BY entry_id DESC LIMIT 1000)
         GROUP BY institution, number) AS r
  JOIN entry AS e ON e.id = r.last
  LEFT JOIN account AS w ON r.institution = $2 AND w.number = r.number
  LEFT JOIN customer AS h ON h.id = w.customer_id
  LEFT JOIN counterparty AS c ON c.institution = r.institution AND c.number = r.number
 WHERE NOT EXISTS(SELECT 1 FROM payee AS p WHERE p.customer_id = $1 AND p.institution = r.institution AND p.number = r.number)
 ORDER BY r.last DESC
 LIMIT +$3;
