-- The hash to check a password against: that of the login or, so that an unknown
-- login takes as long, another customer's.
SELECT password, login = $1
  FROM customer
 ORDER BY login = $1 DESC, id
 LIMIT 1;
