-- What a customer sent on a day to accounts that are neither designated nor the customer's own.
SELECT coalesce(sum(t.amount), 0)
  FROM transfer AS t
  JOIN entry AS e ON e.id = t.entry_id
 WHERE t.customer_id = $1 AND e.business_day = $2
   AND t.entry_id > coalesce((SELECT max(last_entry) FROM customer_day WHERE customer_id = $1 AND day < $2), 0)
   AND NOT EXISTS(SELECT 1 FROM payee AS p WHERE p.customer_id = $1 AND p.institution = t.institution AND p.number = t.number AND p.designated = 1)
   AND NOT EXISTS(SELECT 1 FROM account AS a WHERE t.institution = '071' AND a.number = t.number AND a.customer_id = $1);
