-- Every order for later was signed by its customer, and nothing was that is not an order.
SELECT printf('order for later %d: nobody signed it', i.id)
  FROM instruction i
 WHERE NOT EXISTS (SELECT 1 FROM act a WHERE a.subject = i.key AND a.kind = 'instruction' AND a.customer_id = i.customer_id)
 UNION ALL
SELECT printf('act %d: there is no order for later %s', a.id, a.subject)
  FROM act a
 WHERE a.kind = 'instruction' AND NOT EXISTS (SELECT 1 FROM instruction i WHERE i.key = a.subject AND i.customer_id = a.customer_id)
 LIMIT 1;
