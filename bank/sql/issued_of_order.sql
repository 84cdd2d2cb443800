SELECT id, institute, serial, issuer, sha256, der, order_key, replaces
  FROM issued
 WHERE order_key = $1
 ORDER BY id;
