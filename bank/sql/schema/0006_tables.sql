-- The books, version 6: the mailboxes through which two devices of a customer copy a certificate. What they leave for each other says nothing
-- to the bank: shares, proofs, and messages under a key that only the devices have.

CREATE TABLE mailbox(
  id          TEXT PRIMARY KEY CHECK(length(id)=32),  -- random; only who opened or claimed it knows it
  plate       TEXT NOT NULL CHECK(length(plate)=4 AND plate NOT GLOB '*[^0-9]*'), -- the public part of the number
  customer_id INTEGER NOT NULL REFERENCES customer(id),
  opened_at   INTEGER NOT NULL,
  until       INTEGER NOT NULL CHECK(until>opened_at), -- burnt by itself
  claimed_at  INTEGER CHECK(claimed_at>=opened_at),
  burnt_at    INTEGER CHECK(burnt_at>=opened_at),
  burnt_by    TEXT CHECK(burnt_by IN('','sender','receiver')), -- '' is the bank
  reason      TEXT CHECK(length(reason) BETWEEN 1 AND 32),
  CHECK((burnt_at IS NULL)=(reason IS NULL) AND (burnt_at IS NULL)=(burnt_by IS NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE letter(
  mailbox_id TEXT NOT NULL REFERENCES mailbox(id),
  side       TEXT NOT NULL CHECK(side IN('sender','receiver')),
  n          INTEGER NOT NULL CHECK(n BETWEEN 0 AND 15),
  body       BLOB NOT NULL CHECK(length(body) BETWEEN 1 AND 65536),
  PRIMARY KEY(mailbox_id,side,n)
) STRICT, WITHOUT ROWID;
