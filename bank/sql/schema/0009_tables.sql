-- The books, version 9: customers put their accounts in order.

CREATE TABLE arrangement(                  -- how a customer wants to see an account; without a row as it was opened
  account_id  INTEGER PRIMARY KEY REFERENCES account(id),
  customer_id INTEGER NOT NULL REFERENCES customer(id),
  place       INTEGER NOT NULL CHECK(place>=0),
  nickname    TEXT NOT NULL,               -- '' is the product's name
  chosen      INTEGER NOT NULL CHECK(chosen IN(0,1)), -- 1: the account that screens begin with
  UNIQUE(customer_id,place)
) STRICT;
