UPDATE certificate
   SET ended_at = $3, reason = $4
 WHERE issuer = $1 AND serial = $2 AND ended_at IS NULL;
