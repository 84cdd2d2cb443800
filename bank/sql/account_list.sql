SELECT a.number, a.currency, p.code, p.kind, p.name_en, p.name_ko, coalesce(r.nickname, a.nickname),
       a.posted, a.held, a.opened_at, a.last_at, a.status, coalesce(r.chosen, 0)
  FROM account AS a
  JOIN product AS p ON p.code = a.product
  LEFT JOIN arrangement AS r ON r.account_id = a.id
 WHERE a.customer_id = $1
 ORDER BY coalesce(r.place, 1000000 + a.position), a.id;
