SELECT coalesce(sum(r.dollars), 0)
  FROM remittance AS r
 WHERE r.customer_id = $1 AND r.year = $2
   AND NOT EXISTS(SELECT 1 FROM entry AS b WHERE b.reverses = r.entry_id);
