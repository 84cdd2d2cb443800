-- Acts are in the order of time, and from the first signed order on every order is signed: by itself, or as one for
-- later, whose monthly entries have its key and the month, -yyyymm.
WITH early AS (
  SELECT a.id, printf('act %d is earlier than the one before', a.id) AS what
    FROM act a JOIN act b ON b.id = a.id - 1 WHERE a.at < b.at
), late AS (
  SELECT id, printf('act %d was done after it was kept', id) AS what FROM act WHERE done_at > at
), misplaced AS (
  SELECT a.id, printf('act %d: it signs the order %s, which is not there', a.id, a.subject) AS what
    FROM act a LEFT JOIN entry e ON e.key = a.subject LEFT JOIN transfer t ON t.entry_id = e.id AND t.customer_id = a.customer_id
   WHERE a.kind = 'signature' AND (t.entry_id IS NULL OR e.at <> a.at)
), unsigned AS (
  SELECT t.entry_id AS id, printf('transfer %d: it is not signed, and one before it is', t.entry_id) AS what
    FROM (SELECT min(e.id) AS id FROM act a JOIN entry e ON e.key = a.subject WHERE a.kind = 'signature') f
    JOIN transfer t ON t.entry_id > f.id JOIN entry e ON e.id = t.entry_id
   WHERE NOT EXISTS(SELECT 1 FROM act a WHERE a.kind = 'signature' AND a.subject = e.key)
     AND NOT EXISTS(SELECT 1 FROM act a WHERE a.kind = 'instruction' AND a.customer_id = t.customer_id
                       AND a.subject IN (e.key, substr(e.key, 1, length(e.key) - 7)))
)
SELECT what FROM (SELECT 1 AS rank, * FROM early UNION ALL SELECT 2, * FROM late UNION ALL SELECT 3, * FROM misplaced UNION ALL SELECT 4, * FROM unsigned)
 ORDER BY rank, id LIMIT 1;
