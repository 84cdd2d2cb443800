SELECT m.kind, m.member, m.identity_mac, coalesce(c.agreed, 0), coalesce(c.at, 0)
  FROM membership AS m
  LEFT JOIN consent AS c ON c.id = (SELECT max(id) FROM consent WHERE customer_id = m.customer_id)
 WHERE m.customer_id = $1;
