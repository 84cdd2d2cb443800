-- The account of a bank that money is to be sent to, and whether there is such a bank. Of this bank, $3, it is an account of a customer; of others what they say.
SELECT i.code IS NOT NULL, coalesce(a.id, 0), coalesce(a.customer_id, 0),
       coalesce(h.name_en, k.name_en, ''), coalesce(h.name_ko, k.name_ko, ''), coalesce(a.status, k.status, ''), coalesce(a.currency, ''), coalesce(p.kind, '')
  FROM (SELECT 1) AS one
  LEFT JOIN institution AS i ON i.code = $1
  LEFT JOIN account AS a ON $1 = $3 AND a.number = $2 AND a.kind = 'customer'
  LEFT JOIN customer AS h ON h.id = a.customer_id
  LEFT JOIN product AS p ON p.code = a.product
  LEFT JOIN counterparty AS k ON $1 <> $3 AND k.institution = $1 AND k.number = $2;
