-- A certificate was registered, and ended, by an act each, and each such act is of a certificate.
WITH unregistered AS (
  SELECT c.id, printf('certificate %d: no act registered it', c.id) AS what FROM certificate c
   WHERE NOT EXISTS(SELECT 1 FROM act a WHERE a.kind = 'certificate-registered' AND a.subject = c.sha256 AND a.customer_id = c.customer_id
                       AND a.at = c.registered_at AND CAST(a.body AS TEXT) = c.issuer || char(10) || c.serial)
), unended AS (
  SELECT c.id, printf('certificate %d: no act ended it', c.id) AS what FROM certificate c
   WHERE c.ended_at IS NOT NULL
     AND NOT EXISTS(SELECT 1 FROM act a WHERE a.kind = 'certificate-ended' AND a.subject = c.sha256 AND a.customer_id = c.customer_id
                       AND a.at = c.ended_at AND CAST(a.body AS TEXT) = c.reason)
), idle AS (
  SELECT a.id, printf('act %d: no certificate changed by it', a.id) AS what FROM act a
   WHERE (a.kind = 'certificate-registered'
          AND NOT EXISTS(SELECT 1 FROM certificate c WHERE c.sha256 = a.subject AND c.customer_id = a.customer_id AND c.registered_at = a.at))
      OR (a.kind = 'certificate-ended'
          AND NOT EXISTS(SELECT 1 FROM certificate c WHERE c.sha256 = a.subject AND c.customer_id = a.customer_id AND c.ended_at IS a.at))
)
SELECT what FROM (SELECT 1 AS rank, * FROM unregistered UNION ALL SELECT 2, * FROM unended UNION ALL SELECT 3, * FROM idle)
 ORDER BY rank, id LIMIT 1;
