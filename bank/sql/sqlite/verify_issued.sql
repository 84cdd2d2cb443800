-- Certificates were issued for approvals, each from its first step on in legal ones, in the order of time, and the last one that is good for
-- an approval that is done; what a customer agreed to begins agreed and is withdrawn once.
WITH unapproved AS (
  SELECT i.id, printf('issued certificate %d: nothing approved it', i.id) AS what FROM issued i
   WHERE NOT EXISTS(SELECT 1 FROM approval a WHERE a.key = i.order_key AND a.reference IS NOT NULL)
), stepless AS (
  SELECT i.id, printf('issued certificate %d: it does not begin pending', i.id) AS what FROM issued i
   WHERE coalesce((SELECT status FROM issued_step WHERE issued_id = i.id ORDER BY id LIMIT 1), '') <> 'pending'
), steps AS (
  SELECT id, issued_id, status, at, lag(status) OVER (PARTITION BY issued_id ORDER BY id) AS was, lag(at) OVER (ORDER BY id) AS before FROM issued_step
), illegal AS (
  SELECT id, printf('step %d of an issued certificate: from %s to %s', id, was, status) AS what FROM steps
   WHERE was IS NOT NULL AND (was, status) NOT IN (VALUES('pending','good'), ('pending','revoked'), ('good','suspended'), ('good','revoked'), ('suspended','good'), ('suspended','revoked'))
), early AS (
  SELECT id, printf('step %d of an issued certificate is earlier than the one before', id) AS what FROM steps WHERE at < before
), undone AS (
  SELECT i.id, printf('issued certificate %d: it is good, and its approval is not done', i.id) AS what FROM issued i JOIN approval a ON a.key = i.order_key
   WHERE a.done_at IS NULL AND EXISTS(SELECT 1 FROM issued_step s WHERE s.issued_id = i.id AND s.status = 'good')
), agreements AS (
  SELECT id, agreed, lag(agreed) OVER (PARTITION BY customer_id ORDER BY id) AS was FROM consent
), unlike AS (
  SELECT id, printf('consent %d: it cannot follow the one before', id) AS what FROM agreements
   WHERE was IS NOT NULL AND NOT (was = 1 AND agreed = 0)
)
SELECT what FROM (SELECT 1 AS rank, * FROM unapproved UNION ALL SELECT 2, * FROM stepless UNION ALL SELECT 3, * FROM illegal
                  UNION ALL SELECT 4, * FROM early UNION ALL SELECT 5, * FROM undone UNION ALL SELECT 6, * FROM unlike)
 ORDER BY rank, id LIMIT 1;
