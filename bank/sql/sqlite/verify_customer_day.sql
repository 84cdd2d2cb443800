-- What a customer sent on a day is what the transfers of that day add up to, the last one too, and within the limit that stood then.
WITH computed AS (
  SELECT t.customer_id, e.business_day AS day, sum(t.amount) AS out_total, max(t.entry_id) AS last_entry, max(e.at) AS at
    FROM transfer t JOIN entry e ON e.id = t.entry_id GROUP BY t.customer_id, e.business_day
)
SELECT CASE
         WHEN total IS NOT kept THEN printf('customer %s: %d was sent on day %d, and should be %d', login, coalesce(kept, 0), day, coalesce(total, 0))
         WHEN kept > out_limit THEN printf('customer %s: %d was sent on day %d, over the limit of %d', login, kept, day, out_limit)
         WHEN out_limit <> stood THEN printf('customer %s: the limit of day %d is %d, and should be %d', login, day, out_limit, stood)
         ELSE printf('customer %s: the last transfer of day %d is %d, and should be %d', login, day, last_kept, last)
       END
  FROM (SELECT u.login, d.*,
               coalesce((SELECT l.day_before FROM customer_limit l WHERE l.customer_id = d.customer_id AND l.at > d.at ORDER BY l.id LIMIT 1), u.limit_day) AS stood
          FROM (SELECT coalesce(k.customer_id, c.customer_id) AS customer_id, coalesce(k.day, c.day) AS day, c.at,
                       k.out_total AS kept, k.out_limit, k.last_entry AS last_kept, c.out_total AS total, c.last_entry AS last
                  FROM customer_day k FULL JOIN computed c ON c.customer_id = k.customer_id AND c.day = k.day) d
          JOIN customer u ON u.id = d.customer_id) v
 WHERE total IS NOT kept OR kept > out_limit OR out_limit <> stood OR last_kept <> last
 ORDER BY login, day LIMIT 1;
