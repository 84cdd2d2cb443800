-- What is asked of a transfer besides its accounts, in one statement: what the customer sent on the day and on which day anything was sent last;
-- whether anything went to the account before, and when the same amount did last; and how the customer is protected.
SELECT coalesce((SELECT out_total FROM customer_day WHERE customer_id = $1 AND day = $2), 0),
       coalesce((SELECT max(day) FROM customer_day WHERE customer_id = $1), 0),
       EXISTS(SELECT 1 FROM transfer WHERE customer_id = $1 AND institution = $3 AND number = $4),
       coalesce(e.at, 0), coalesce(e.business_day, 0),
       coalesce(p.delay_hours, 0), coalesce(p.designated, 0)
  FROM (SELECT 1) AS one
  LEFT JOIN entry AS e ON e.id = (SELECT max(entry_id) FROM transfer
                                   WHERE customer_id = $1 AND institution = $3 AND number = $4 AND amount = $5)
  LEFT JOIN protection AS p ON p.id = (SELECT max(id) FROM protection WHERE customer_id = $1);
