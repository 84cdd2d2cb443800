SELECT id, login, name_en, name_ko, medium, medium_key, limit_each, limit_day
  FROM customer
 WHERE id = $1;
