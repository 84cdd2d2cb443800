-- What a customer sent on a day is what the transfers of that day add up to, and within the limit that stood.
WITH computed AS (
  SELECT t.customer_id, e.business_day AS day, sum(t.amount) AS out_total
    FROM transfer t JOIN entry e ON e.id = t.entry_id GROUP BY t.customer_id, e.business_day
)
SELECT CASE
         WHEN total IS NOT kept THEN printf('customer %s: %d was sent on day %d, and should be %d', login, coalesce(kept, 0), day, coalesce(total, 0))
         ELSE printf('customer %s: %d was sent on day %d, over the limit of %d', login, kept, day, out_limit)
       END
  FROM (SELECT coalesce(k.customer_id, c.customer_id) AS customer_id, coalesce(k.day, c.day) AS day,
               k.out_total AS kept, k.out_limit, c.out_total AS total
          FROM customer_day k FULL JOIN computed c ON c.customer_id = k.customer_id AND c.day = k.day) d
  JOIN customer u ON u.id = d.customer_id
 WHERE total IS NOT kept OR kept > out_limit
 ORDER BY login, day LIMIT 1;
