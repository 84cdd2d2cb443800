SELECT a.id, a.currency, p.kind, a.status, a.pin_mac, a.posted, a.held, a.floor
  FROM account AS a
  JOIN product AS p ON p.code = a.product
 WHERE a.number = $1 AND a.customer_id = $2;
