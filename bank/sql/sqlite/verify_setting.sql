-- The bank knows its name and has the key of its four-digit passwords.
SELECT printf('setting %s is missing or not as long as it should be', n.name)
  FROM (SELECT 'bank_id' AS name, 36 AS length UNION ALL SELECT 'pin_key', 32) n
  LEFT JOIN setting s ON s.name = n.name
 WHERE s.value IS NULL OR length(s.value) <> n.length
 ORDER BY n.name LIMIT 1;
