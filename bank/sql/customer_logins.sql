SELECT id, login
  FROM customer;
