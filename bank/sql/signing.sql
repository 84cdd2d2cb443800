-- What the document of a prepared order says besides the order: when it was prepared, the customer, the bank that is paid.
SELECT p.at, c.name_en, c.name_ko, coalesce(i.name_en, ''), coalesce(i.name_ko, '')
  FROM prepared AS p
  JOIN customer AS c ON c.id = p.customer_id
  LEFT JOIN institution AS i ON i.code = $3
 WHERE p.key = $1 AND p.customer_id = $2;
