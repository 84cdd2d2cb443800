-- The days of an account are what its postings make them, and leave none out. A day is numbered from 1970 in Seoul.
WITH kept AS (
  SELECT account_id, day, first_seq, last_seq, in_total, in_count, out_total, out_count,
         (unixepoch(printf('%d-%02d-%02d', day / 10000, day / 100 % 100, day % 100))) / 86400 AS number
    FROM account_day
), differing AS (
  SELECT account_id, day FROM kept k
   WHERE (in_total, in_count, out_total, out_count, number, number, last_seq - first_seq + 1) IS NOT (
     SELECT sum(max(amount, 0)), sum(amount > 0), sum(max(-amount, 0)), sum(amount < 0),
            (min(at) / 1000000 + 32400) / 86400, (max(at) / 1000000 + 32400) / 86400, count(*)
       FROM posting p WHERE p.account_id = k.account_id AND p.seq BETWEEN k.first_seq AND k.last_seq)
), daily AS (
  SELECT account_id, sum(last_seq - first_seq + 1) AS postings FROM kept GROUP BY account_id
), missing AS ( -- looked for one by one only in accounts whose days have not as many postings as there are
  SELECT p.account_id, CAST(strftime('%Y%m%d', p.at / 1000000 + 32400, 'unixepoch') AS INTEGER) AS day
    FROM account a LEFT JOIN daily d ON d.account_id = a.id CROSS JOIN posting p ON p.account_id = a.id
   WHERE a.last_seq <> coalesce(d.postings, 0)
     AND NOT EXISTS(SELECT 1 FROM kept k WHERE k.account_id = p.account_id AND p.seq BETWEEN k.first_seq AND k.last_seq)
)
SELECT printf('account %s: the totals of day %d are not those of its postings', a.number, d.day)
  FROM (SELECT * FROM differing UNION ALL SELECT * FROM missing) d JOIN account a ON a.id = d.account_id
 ORDER BY a.number, d.day LIMIT 1;
