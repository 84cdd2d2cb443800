-- How a transfer stands, in one statement: what is asked of whoever confirms it, and what the books say about it.
--
-- The session; whether the order is booked; the order as it was prepared; whose the certificate is; the customer, and the wrong answers so far; the number
-- of the newest entry. Then the account that pays, if it is the customer's, and the wrong passwords of it; the account that is paid, as recipient.sql has
-- it; what the customer sent on the day, and on which day anything was sent last; whether anything went to the account before, and when the same amount
-- did last; and how the customer is protected. The columns have names because the driver reads them each time, and they are the expressions otherwise.
SELECT s.id IS NOT NULL AS begun, coalesce(s.ended_at, 0) AS ended, coalesce(s.reason, '') AS why,
       EXISTS(SELECT 1 FROM entry WHERE key = $3) AS booked,
       p.request_hash, coalesce(p.challenge, '') AS asked, coalesce(p.at, 0) AS prepared,
       coalesce(f.customer_id, 0) AS signer,
       c.id, c.login, c.name_en, c.name_ko, c.medium, c.medium_key, c.limit_each, c.limit_day,
       coalesce(m.tries, 0) AS tries,
       coalesce((SELECT max(id) FROM entry), 0) AS newest,

       coalesce(a.id, 0) AS account, coalesce(a.currency, '') AS currency, coalesce(ap.kind, '') AS kind, coalesce(a.status, '') AS status,
       coalesce(a.posted, 0) AS posted, coalesce(a.held, 0) AS held, coalesce(a.floor, 0) AS floor, coalesce(w.tries, 0) AS wrong,
       i.code IS NOT NULL AS bank, coalesce(r.id, 0) AS paid, coalesce(r.customer_id, 0) AS owner,
       coalesce(h.name_en, k.name_en, '') AS en, coalesce(h.name_ko, k.name_ko, '') AS ko, coalesce(r.status, k.status, '') AS paid_status,
       coalesce(r.currency, '') AS paid_currency, coalesce(rp.kind, '') AS paid_kind,
       coalesce((SELECT out_total FROM customer_day WHERE customer_id = $1 AND day = $8), 0) AS sent,
       coalesce((SELECT max(day) FROM customer_day WHERE customer_id = $1), 0) AS last,
       EXISTS(SELECT 1 FROM transfer WHERE customer_id = $1 AND institution = $9 AND number = $10) AS known,
       coalesce(e.at, 0) AS same, coalesce(e.business_day, 0) AS day,
       coalesce(n.delay_hours, 0) AS delay, coalesce(n.designated, 0) AS designated
  FROM customer AS c
  LEFT JOIN session AS s ON s.id = $2 AND s.customer_id = c.id
  LEFT JOIN prepared AS p ON p.key = $3 AND p.customer_id = c.id
  LEFT JOIN certificate AS f ON f.issuer = $4 AND f.serial = $5 AND f.sha256 = $7 AND f.ended_at IS NULL
  LEFT JOIN failure AS m ON m.subject = $6
  LEFT JOIN account AS a ON a.number = $12 AND a.customer_id = c.id
  LEFT JOIN product AS ap ON ap.code = a.product
  LEFT JOIN failure AS w ON w.subject = $13
  LEFT JOIN institution AS i ON i.code = $9
  LEFT JOIN account AS r ON $9 = $14 AND r.number = $10 AND r.kind = 'customer'
  LEFT JOIN customer AS h ON h.id = r.customer_id
  LEFT JOIN product AS rp ON rp.code = r.product
  LEFT JOIN counterparty AS k ON $9 <> $14 AND k.institution = $9 AND k.number = $10
  LEFT JOIN entry AS e ON e.id = (SELECT max(entry_id) FROM transfer
                                   WHERE customer_id = $1 AND institution = $9 AND number = $10 AND amount = $11)
  LEFT JOIN protection AS n ON n.id = (SELECT max(id) FROM protection WHERE customer_id = $1)
 WHERE c.id = $1;
