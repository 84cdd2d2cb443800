-- What a customer may send was only ever lowered, and is what it was lowered to last.
SELECT printf('customer %s: limit %d does not follow the one before', c.login, l.id)
  FROM (SELECT id, customer_id, at, each_before, day_before,
               lag(at, 1, at) OVER w AS at_before, lag(limit_each, 1, each_before) OVER w AS each, lag(limit_day, 1, day_before) OVER w AS day
          FROM customer_limit WINDOW w AS (PARTITION BY customer_id ORDER BY id)) l
  JOIN customer c ON c.id = l.customer_id
 WHERE l.at < l.at_before OR l.each_before <> l.each OR l.day_before <> l.day
UNION ALL
SELECT printf('customer %s: the limits of %d and %d are not those on record', c.login, c.limit_each, c.limit_day)
  FROM customer c
  JOIN customer_limit l ON l.id = (SELECT max(id) FROM customer_limit WHERE customer_id = c.id)
 WHERE (c.limit_each, c.limit_day) <> (l.limit_each, l.limit_day)
 LIMIT 1;
