SELECT p.key, p.customer_id, c.name_ko, p.renews, coalesce(a.id, 0), coalesce(a.number, ''),
       coalesce(p.reference, ''), p.code_mac, coalesce(p.until, 0), p.policy, p.fee, coalesce(p.done_at, 0)
  FROM approval AS p
  JOIN customer AS c ON c.id = p.customer_id
  LEFT JOIN account AS a ON a.id = p.account_id AND NOT EXISTS (SELECT 1 FROM approval_free AS f WHERE f.key = p.key)
 WHERE p.key = $1;
