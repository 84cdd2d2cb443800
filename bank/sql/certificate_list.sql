SELECT issuer, serial, sha256, registered_at, ended_at, reason
  FROM certificate
 WHERE customer_id = $1
 ORDER BY id;
