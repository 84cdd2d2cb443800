-- The books, version 4: what customers did and agreed to, whose certificates are whose, and the card positions that are asked.

CREATE TABLE act(                         -- append-only and sealed. Which kinds there are says the guard act_is_of_a_kind
  id          INTEGER PRIMARY KEY,
  at          INTEGER NOT NULL,
  done_at     INTEGER NOT NULL CHECK(done_at<=at), -- when it was done: a signature is checked before its order is booked
  customer_id INTEGER NOT NULL REFERENCES customer(id),
  kind        TEXT NOT NULL,
  subject     TEXT NOT NULL CHECK(length(subject) BETWEEN 1 AND 200), -- what it is about: an order's key, a certificate's fingerprint
  text        TEXT NOT NULL,              -- what the customer read and agreed to, '' if nothing
  body        BLOB NOT NULL               -- the proof, such as a CMS message
) STRICT;

CREATE TABLE certificate(                 -- registered to customers: each change mirrors an act
  id            INTEGER PRIMARY KEY,
  customer_id   INTEGER NOT NULL REFERENCES customer(id),
  issuer        TEXT NOT NULL,            -- distinguished name
  serial        TEXT NOT NULL,            -- hexadecimal
  sha256        TEXT NOT NULL,            -- fingerprint, hexadecimal
  registered_at INTEGER NOT NULL,
  ended_at      INTEGER,
  reason        TEXT CHECK(reason IN('discarded','replaced','withdrawn')),
  CHECK((ended_at IS NULL)=(reason IS NULL))
) STRICT;

CREATE TABLE challenge(                   -- the card positions a customer is asked for until they were answered right
  customer_id INTEGER PRIMARY KEY REFERENCES customer(id),
  cells       TEXT NOT NULL               -- "07,23"
) STRICT;

ALTER TABLE seal ADD COLUMN last_act INTEGER NOT NULL DEFAULT 0; -- 0: sealed as in version 2
