-- Remittances of a customer, newest first, before an entry.
SELECT id, business_day, at, body, status
  FROM (SELECT e.id, e.business_day, e.at, r.body, r.kind, r.country, r.currency, r.recipient, r.account,
               (SELECT v.to_state FROM event AS v WHERE v.entry_id = r.entry_id ORDER BY v.n DESC LIMIT 1) AS status
          FROM remittance AS r
          JOIN entry AS e ON e.id = r.entry_id
         WHERE r.customer_id = $1 AND e.at >= $2 AND e.at < $3 AND ($9 = 0 OR r.entry_id < $9)) AS found
 WHERE ($4 = '' OR kind = $4) AND ($5 = '' OR status = $5) AND ($6 = '' OR country = $6) AND ($7 = '' OR currency = $7)
   AND ($8 = '' OR instr(lower(recipient || char(10) || account || char(10) || printf('%08d-%07d', business_day, id)), lower($8)) > 0)
 ORDER BY id DESC
 LIMIT +$10;
