-- The numbers of a customer that were burnt since, newest first. One that did what it was for, and one that was withdrawn before anybody used it, do not count.
SELECT burnt_at
  FROM mailbox
 WHERE customer_id = $1 AND burnt_at > $2 AND reason <> 'finished' AND NOT (reason = 'cancelled' AND claimed_at IS NULL)
 ORDER BY burnt_at DESC;
