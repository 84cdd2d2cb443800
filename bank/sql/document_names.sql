-- What the document of an order says besides the order.
SELECT c.name_en, c.name_ko, coalesce(i.name_en, ''), coalesce(i.name_ko, '')
  FROM customer AS c
  LEFT JOIN institution AS i ON i.code = $2
 WHERE c.id = $1;
