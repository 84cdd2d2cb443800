SELECT id, institute, serial, issuer, sha256, der, order_key, replaces
  FROM issued
 WHERE institute = $1
   AND EXISTS(SELECT 1 FROM issued_step WHERE issued_id = issued.id AND status IN ('suspended', 'revoked'))
 ORDER BY id;
