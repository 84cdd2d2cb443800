INSERT INTO due(kind, subject, n, at)
SELECT $1, $2, 0, $3
 WHERE NOT EXISTS (SELECT 1 FROM due WHERE subject = $2 AND n = 0 AND kind = $1);
