SELECT id, institute, serial, issuer, sha256, der, order_key, replaces
  FROM issued
 WHERE institute = $1 AND serial = $2;
