-- What the books say about a transfer, in one statement: the account that pays, if it is the customer's, and the wrong passwords of it; the account
-- that is paid, as recipient.sql has it; what the customer sent on the day, and on which day anything was sent last; whether anything went to the
-- account before, and when the same amount did last; and how the customer is protected.
SELECT coalesce(a.id, 0), coalesce(a.currency, ''), coalesce(ap.kind, ''), coalesce(a.status, ''),
       coalesce(a.posted, 0), coalesce(a.held, 0), coalesce(a.floor, 0), coalesce(w.tries, 0),
       i.code IS NOT NULL, coalesce(r.id, 0), coalesce(r.customer_id, 0),
       coalesce(h.name_en, k.name_en, ''), coalesce(h.name_ko, k.name_ko, ''), coalesce(r.status, k.status, ''), coalesce(r.currency, ''), coalesce(rp.kind, ''),
       coalesce((SELECT out_total FROM customer_day WHERE customer_id = $1 AND day = $2), 0),
       coalesce((SELECT max(day) FROM customer_day WHERE customer_id = $1), 0),
       EXISTS(SELECT 1 FROM transfer WHERE customer_id = $1 AND institution = $3 AND number = $4),
       coalesce(e.at, 0), coalesce(e.business_day, 0),
       coalesce(n.delay_hours, 0), coalesce(n.designated, 0)
  FROM (SELECT 1) AS one
  LEFT JOIN account AS a ON a.number = $6 AND a.customer_id = $1
  LEFT JOIN product AS ap ON ap.code = a.product
  LEFT JOIN failure AS w ON w.subject = $7
  LEFT JOIN institution AS i ON i.code = $3
  LEFT JOIN account AS r ON $3 = $8 AND r.number = $4 AND r.kind = 'customer'
  LEFT JOIN customer AS h ON h.id = r.customer_id
  LEFT JOIN product AS rp ON rp.code = r.product
  LEFT JOIN counterparty AS k ON $3 <> $8 AND k.institution = $3 AND k.number = $4
  LEFT JOIN entry AS e ON e.id = (SELECT max(entry_id) FROM transfer
                                   WHERE customer_id = $1 AND institution = $3 AND number = $4 AND amount = $5)
  LEFT JOIN protection AS n ON n.id = (SELECT max(id) FROM protection WHERE customer_id = $1);
