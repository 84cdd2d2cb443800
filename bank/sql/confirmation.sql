-- What is asked of whoever confirms a transfer, in one statement: the session, whether the order is booked, the order as it was prepared, whose the
-- certificate is, the customer, the wrong answers so far; and the number of the newest entry.
SELECT s.id IS NOT NULL, coalesce(s.ended_at, 0), coalesce(s.reason, ''),
       EXISTS(SELECT 1 FROM entry WHERE key = $3),
       p.request_hash, coalesce(p.challenge, ''), coalesce(p.at, 0),
       coalesce(f.customer_id, 0),
       c.id, c.login, c.name_en, c.name_ko, c.medium, c.medium_key, c.limit_each, c.limit_day,
       coalesce(m.tries, 0),
       coalesce((SELECT max(id) FROM entry), 0)
  FROM customer AS c
  LEFT JOIN session AS s ON s.id = $2 AND s.customer_id = c.id
  LEFT JOIN prepared AS p ON p.key = $3 AND p.customer_id = c.id
  LEFT JOIN certificate AS f ON f.issuer = $4 AND f.serial = $5 AND f.sha256 = $7 AND f.ended_at IS NULL
  LEFT JOIN failure AS m ON m.subject = $6
 WHERE c.id = $1;
