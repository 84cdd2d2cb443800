-- The books, version 5: who may be issued a certificate, what was approved, what the authorities issued and said of it, and sign-ins by certificate.

CREATE TABLE membership(                   -- what a customer is to Smart Banking
  customer_id  INTEGER PRIMARY KEY REFERENCES customer(id),
  kind         TEXT NOT NULL CHECK(kind IN('personal','corporate')),
  member       INTEGER NOT NULL CHECK(member IN(0,1)),
  identity_mac BLOB NOT NULL CHECK(length(identity_mac)=32) -- HMAC-SHA-256 under the bank's pin_key over the resident or business number
) STRICT;

CREATE TABLE consent(                      -- pre-consent to certificates being issued online: the last row of a customer holds
  id          INTEGER PRIMARY KEY,
  customer_id INTEGER NOT NULL REFERENCES customer(id),
  agreed      INTEGER NOT NULL CHECK(agreed IN(0,1)),
  at          INTEGER NOT NULL
) STRICT;

INSERT INTO consent(customer_id,agreed,at) SELECT id,1,joined_at FROM customer; -- of a new bank: with its customers

CREATE TABLE approval(                     -- an issue or a renewal, from its plan to its end
  key         TEXT PRIMARY KEY CHECK(length(key) BETWEEN 8 AND 64), -- also the key of the fee's entry
  customer_id INTEGER NOT NULL REFERENCES customer(id),
  renews      TEXT NOT NULL,               -- the serial number of the certificate that is renewed; '' for an issue
  planned_at  INTEGER NOT NULL,
  account_id  INTEGER REFERENCES account(id), -- pays
  reference   TEXT UNIQUE CHECK(length(reference)=12),
  code_mac    BLOB CHECK(length(code_mac)=32),
  until       INTEGER,
  policy      TEXT NOT NULL DEFAULT '',    -- dotted OID that the customer chose
  fee         INTEGER NOT NULL DEFAULT 0 CHECK(fee>=0), -- won
  done_at     INTEGER,
  CHECK((reference IS NULL)=(code_mac IS NULL) AND (reference IS NULL)=(until IS NULL) AND (reference IS NULL)=(account_id IS NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE issued(                       -- what the certificate authorities issued
  id          INTEGER PRIMARY KEY,
  institute   TEXT NOT NULL,
  serial      TEXT NOT NULL,               -- hexadecimal, lower case
  issuer      TEXT NOT NULL,               -- distinguished name
  sha256      TEXT NOT NULL CHECK(length(sha256)=64),
  der         BLOB NOT NULL CHECK(length(der) BETWEEN 1 AND 16384),
  order_key   TEXT NOT NULL REFERENCES approval(key),
  replaces    TEXT NOT NULL,               -- the serial number of the one whose place it takes, '' for none
  UNIQUE(institute,serial)
) STRICT;

CREATE TABLE issued_step(                  -- what its authority said of a certificate, from when on
  id        INTEGER PRIMARY KEY,
  issued_id INTEGER NOT NULL REFERENCES issued(id),
  status    TEXT NOT NULL CHECK(status IN('pending','good','suspended','revoked')),
  why       INTEGER NOT NULL CHECK(why BETWEEN 0 AND 10), -- RFC 5280 section 5.3.1
  at        INTEGER NOT NULL
) STRICT;

CREATE TABLE sign_in(                      -- what is signed to sign in: good once, and for a short time
  id    TEXT PRIMARY KEY,
  until INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
