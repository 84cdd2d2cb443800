-- The books, version 8: orders for later, what other banks answered, and how customers protect themselves.

CREATE TABLE instruction(                  -- orders to send money later: delayed, on a day, or every month
  id           INTEGER PRIMARY KEY,
  key          TEXT NOT NULL UNIQUE CHECK(length(key) BETWEEN 8 AND 64),
  customer_id  INTEGER NOT NULL REFERENCES customer(id),
  body         TEXT NOT NULL,              -- the canonical order, JSON: what was reviewed and signed
  request_hash BLOB NOT NULL CHECK(length(request_hash)=32),
  requested_at INTEGER NOT NULL,
  at           INTEGER NOT NULL,           -- when it was confirmed
  cancelled_at INTEGER
) STRICT;

CREATE TABLE said(                         -- what a customer said besides an order that was booked or refused; no row if nothing
  order_key    TEXT PRIMARY KEY,
  expected     TEXT NOT NULL,              -- the name that was typed, to be compared
  acknowledged TEXT NOT NULL               -- the warnings that were given
) STRICT, WITHOUT ROWID;

CREATE TABLE answer(                       -- what another bank said to an order of which nothing was known for a while
  entry_id INTEGER PRIMARY KEY REFERENCES entry(id),
  at       INTEGER NOT NULL,
  code     TEXT NOT NULL                   -- why it turned it down; '' if it did not
) STRICT;

CREATE TABLE protection(                   -- what customers have the bank do against fraud; the newest row counts
  id          INTEGER PRIMARY KEY,
  customer_id INTEGER NOT NULL REFERENCES customer(id),
  at          INTEGER NOT NULL,
  delay_hours INTEGER NOT NULL CHECK(delay_hours=0 OR delay_hours BETWEEN 3 AND 48),
  designated  INTEGER NOT NULL CHECK(designated IN(0,1))
) STRICT;

CREATE TABLE payee(                        -- accounts that a customer keeps: favourites with a nickname, and designated ones
  customer_id INTEGER NOT NULL REFERENCES customer(id),
  institution TEXT NOT NULL REFERENCES institution(code),
  number      TEXT NOT NULL,
  name_en     TEXT NOT NULL,
  name_ko     TEXT NOT NULL,
  nickname    TEXT NOT NULL DEFAULT '',
  designated  INTEGER NOT NULL DEFAULT 0 CHECK(designated IN(0,1)),
  at          INTEGER NOT NULL,
  PRIMARY KEY(customer_id,institution,number)
) STRICT, WITHOUT ROWID;
