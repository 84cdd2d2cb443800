-- The books, version 2: seals, an order of events, limits that were lowered, and days of transfers that know what they count.

CREATE TABLE seal(                        -- one row per commit: a chain over all legs, orders, steps, refusals and limits up to the last ones
  id           INTEGER PRIMARY KEY,
  at           INTEGER NOT NULL,
  last_leg     INTEGER NOT NULL,          -- with its entry and order
  last_event   INTEGER NOT NULL,
  last_refusal INTEGER NOT NULL,
  last_limit   INTEGER NOT NULL,
  prev         BLOB NOT NULL CHECK(length(prev)=32), -- the hash before; of the first one, that of the bank's name
  hash         BLOB NOT NULL CHECK(length(hash)=32)  -- SHA-256
) STRICT;

CREATE TABLE customer_limit(              -- what a customer may send, lowered; never raised
  id          INTEGER PRIMARY KEY,
  customer_id INTEGER NOT NULL REFERENCES customer(id),
  at          INTEGER NOT NULL,
  each_before INTEGER NOT NULL,
  day_before  INTEGER NOT NULL,
  limit_each  INTEGER NOT NULL CHECK(limit_each>0 AND limit_each<=each_before),
  limit_day   INTEGER NOT NULL CHECK(limit_day>0 AND limit_day<=day_before),
  CHECK(limit_each<each_before OR limit_day<day_before)
) STRICT;

CREATE TABLE event_2(                     -- event, numbered in the order of time
  id         INTEGER PRIMARY KEY,
  entry_id   INTEGER NOT NULL REFERENCES entry(id),
  n          INTEGER NOT NULL CHECK(n>=1),
  prev_n     INTEGER CHECK(coalesce(prev_n,0)=n-1),
  from_state TEXT NOT NULL CHECK((n=1)=(from_state='')),
  to_state   TEXT NOT NULL,
  at         INTEGER NOT NULL,
  UNIQUE(entry_id,n,to_state),
  UNIQUE(entry_id,n),
  FOREIGN KEY(from_state,to_state) REFERENCES transition(from_state,to_state),
  FOREIGN KEY(entry_id,prev_n,from_state) REFERENCES event_2(entry_id,n,to_state)
) STRICT;
INSERT INTO event_2(entry_id,n,prev_n,from_state,to_state,at) SELECT entry_id,n,prev_n,from_state,to_state,at FROM event ORDER BY at,entry_id,n;
DROP TABLE event;
ALTER TABLE event_2 RENAME TO event;

ALTER TABLE customer_day ADD COLUMN last_entry INTEGER NOT NULL DEFAULT 0; -- the last transfer that is counted
