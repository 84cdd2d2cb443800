SELECT i.id, i.institute, i.serial, i.issuer, i.sha256, i.der, i.order_key, i.replaces
  FROM issued AS i
  JOIN approval AS p ON p.key = i.order_key
 WHERE p.customer_id = $1
 ORDER BY i.id;
