SELECT p.institution, p.number, p.name_en, p.name_ko, p.nickname, 1, p.designated,
       (SELECT e.at FROM entry AS e WHERE e.id = (SELECT max(entry_id) FROM transfer AS t
         WHERE t.customer_id = p.customer_id AND t.institution = p.institution AND t.number = p.number))
  FROM payee AS p
 WHERE p.customer_id = $1
 ORDER BY p.nickname, p.institution, p.number
 LIMIT +$2;
