-- A remittance that was booked. The balance is that of the account's last passbook line of the entry.
SELECT e.request_hash, r.customer_id, e.id, e.business_day, e.at, r.body, p.balance
  FROM entry AS e
  JOIN remittance AS r ON r.entry_id = e.id
  JOIN leg AS l ON l.entry_id = e.id
  JOIN posting AS p ON p.leg_id = l.id AND p.account_id = r.from_id
 WHERE e.key = $1
 ORDER BY p.seq DESC
 LIMIT 1;
