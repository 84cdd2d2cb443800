SELECT e.key
  FROM remittance AS r
  JOIN entry AS e ON e.id = r.entry_id
 WHERE r.entry_id = $1 AND r.customer_id = $2;
