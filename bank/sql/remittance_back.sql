-- With what a remittance was confirmed, and what came back to the account.
SELECT r.medium, coalesce((SELECT sum(l.amount) FROM entry AS b JOIN leg AS l ON l.entry_id = b.id WHERE b.reverses = r.entry_id AND l.credit_id = r.from_id), 0)
  FROM remittance AS r
 WHERE r.entry_id = $1;
