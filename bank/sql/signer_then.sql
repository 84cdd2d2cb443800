-- Whether a certificate was registered to a customer at a time.
SELECT count(*)
  FROM certificate
 WHERE issuer = $1 AND serial = $2 AND sha256 = $3 AND customer_id = $4
   AND registered_at <= $5 AND (ended_at IS NULL OR ended_at >= $5);
