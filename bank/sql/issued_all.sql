SELECT id, institute, serial, issuer, sha256, der, order_key, replaces
  FROM issued
 ORDER BY id;
