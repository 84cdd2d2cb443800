SELECT a.id, c.name_en, c.name_ko, a.status, a.currency, p.kind, c.id
  FROM account AS a
  JOIN customer AS c ON c.id = a.customer_id
  JOIN product AS p ON p.code = a.product
 WHERE a.number = $1;
