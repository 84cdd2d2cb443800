-- What a customer sent a recipient in small sums since a time: by account, or by name.
SELECT coalesce(sum(r.dollars), 0)
  FROM remittance AS r
  JOIN entry AS e ON e.id = r.entry_id
 WHERE r.customer_id = $1 AND e.at >= $2 AND r.country = $3 AND r.account = $4 AND (r.account <> '' OR r.recipient = $5) AND r.dollars <= $6
   AND NOT EXISTS(SELECT 1 FROM entry AS b WHERE b.reverses = r.entry_id);
