SELECT a.number, a.currency, p.code, p.kind, p.name_en, p.name_ko, a.nickname,
       a.posted, a.held, a.opened_at, a.last_at, a.status
  FROM account AS a
  JOIN product AS p ON p.code = a.product
 WHERE a.customer_id = $1
 ORDER BY a.position, a.id;
