-- The steps of an order follow each other, and are legal.
SELECT CASE
         WHEN n <> row THEN printf('entry %d: step %d is missing', entry_id, row)
         WHEN from_state <> coalesce(before, '') THEN printf('entry %d: step %d starts from %s, and the one before ended in %s', entry_id, n, from_state, before)
         ELSE printf('entry %d: step %d, from %s to %s, is not legal', entry_id, n, from_state, to_state)
       END
  FROM (SELECT entry_id, n, from_state, to_state, lag(to_state) OVER w AS before, row_number() OVER w AS row
          FROM event WINDOW w AS (PARTITION BY entry_id ORDER BY n)) v
 WHERE n <> row OR from_state <> coalesce(before, '')
    OR NOT EXISTS(SELECT 1 FROM transition t WHERE t.from_state = v.from_state AND t.to_state = v.to_state)
 ORDER BY entry_id, n LIMIT 1;
