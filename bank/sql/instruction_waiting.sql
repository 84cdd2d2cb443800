-- A customer's orders for later that wait for their time, by it.
SELECT i.id, i.customer_id, i.body, i.request_hash, i.requested_at, i.at, i.cancelled_at
  FROM instruction AS i
  JOIN due AS d ON d.subject = i.key AND d.kind = 'instruction' AND d.done_at IS NULL
 WHERE i.customer_id = $1 AND i.cancelled_at IS NULL
 ORDER BY d.at, i.id
 LIMIT +$2;
