-- Whose certificate it is now.
SELECT customer_id, sha256
  FROM certificate
 WHERE issuer = $1 AND serial = $2 AND ended_at IS NULL;
