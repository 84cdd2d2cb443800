-- An entry has a leg, and its business day is the day in Seoul (UTC+9) of its time; entries are in the order of time.
WITH day AS ( -- each pair once: there are far fewer than entries
  SELECT number, business_day, CAST(strftime('%Y%m%d', number * 86400, 'unixepoch') AS INTEGER) AS seoul
    FROM (SELECT DISTINCT (at / 1000000 + 32400) / 86400 AS number, business_day FROM entry)
), legless AS (
  SELECT id, printf('entry %d has no leg', id) AS what FROM entry WHERE NOT EXISTS(SELECT 1 FROM leg l WHERE l.entry_id = entry.id)
), misdated AS (
  SELECT e.id, printf('entry %d is of the business day %d, but of the time of %d', e.id, e.business_day, d.seoul) AS what
    FROM day d CROSS JOIN entry e
   WHERE d.business_day <> d.seoul AND (e.at / 1000000 + 32400) / 86400 = d.number AND e.business_day = d.business_day
), early AS (
  SELECT e.id, printf('entry %d is earlier than the one before', e.id) AS what
    FROM entry e LEFT JOIN entry b ON b.id = e.id - 1 WHERE e.at < b.at
)
SELECT what FROM (SELECT 1 AS rank, * FROM legless UNION ALL SELECT 2, * FROM misdated UNION ALL SELECT 3, * FROM early)
 ORDER BY rank, id LIMIT 1;
