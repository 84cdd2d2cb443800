-- The books, version 1: what the bank remembers. Amounts are int64 minor units of their currency; times are unix microseconds UTC;
-- days are yyyymmdd in Seoul. Indexes and triggers stand in 0001_guards.sql, so that a new bank can be filled before they exist and be checked after.

CREATE TABLE setting(                     -- facts of this file: bank_id, pin_key, created, demonstration
  name  TEXT PRIMARY KEY,
  value BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE currency(                    -- ISO 4217
  code     TEXT PRIMARY KEY CHECK(length(code)=3 AND code=upper(code)),
  exponent INTEGER NOT NULL CHECK(exponent BETWEEN 0 AND 4)
) STRICT, WITHOUT ROWID;

CREATE TABLE institution(                 -- Korean banks by their three-digit code; 071 is this one
  code    TEXT PRIMARY KEY CHECK(length(code)=3),
  name_en TEXT NOT NULL,
  name_ko TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE product(                     -- positions 7 and 8 of an account number
  code    TEXT PRIMARY KEY CHECK(length(code)=2),
  kind    TEXT NOT NULL CHECK(kind IN('demand','savings','time','foreign')),
  name_en TEXT NOT NULL,
  name_ko TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE customer(
  id         INTEGER PRIMARY KEY,
  login      TEXT NOT NULL UNIQUE,        -- lower case
  name_en    TEXT NOT NULL,
  name_ko    TEXT NOT NULL,
  password   TEXT NOT NULL,               -- argon2id, PHC string format: the cost is kept beside the hash
  medium     TEXT NOT NULL CHECK(medium IN('card','otp')),
  medium_key BLOB NOT NULL,               -- security card: its seed; token: the secret of RFC 6238
  limit_each INTEGER NOT NULL CHECK(limit_each>0),
  limit_day  INTEGER NOT NULL CHECK(limit_day>0),
  joined_at  INTEGER NOT NULL
) STRICT;

CREATE TABLE failure(                     -- wrong answers in a row; 5 lock. subject: 'login:<id as typed>', 'account:<number>', 'medium:<customer id>'
  subject TEXT PRIMARY KEY,
  tries   INTEGER NOT NULL CHECK(tries>=0),
  last_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE otp_used(                    -- a one-time password is good once: the last step that was accepted
  customer_id INTEGER PRIMARY KEY REFERENCES customer(id),
  step        INTEGER NOT NULL
) STRICT;

CREATE TABLE session(
  id          TEXT PRIMARY KEY,           -- UUIDv7
  customer_id INTEGER NOT NULL REFERENCES customer(id),
  channel     TEXT NOT NULL CHECK(channel IN('phone','pc')),
  started_at  INTEGER NOT NULL,
  ended_at    INTEGER,
  reason      TEXT CHECK(reason IN('signed-out','idle','elsewhere')),
  CHECK((ended_at IS NULL)=(reason IS NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE account(
  id          INTEGER PRIMARY KEY,
  number      TEXT NOT NULL UNIQUE,       -- customers: 14 digits, 6-2-6; the bank's own: a word
  currency    TEXT NOT NULL REFERENCES currency(code),
  kind        TEXT NOT NULL CHECK(kind IN('customer','internal')),
  customer_id INTEGER REFERENCES customer(id),
  product     TEXT REFERENCES product(code),
  status      TEXT NOT NULL DEFAULT 'open' CHECK(status IN('open','frozen','closed')),
  position    INTEGER NOT NULL DEFAULT 0, -- the customer's own order
  nickname    TEXT NOT NULL DEFAULT '',
  pin_mac     BLOB,                       -- HMAC-SHA-256 under the bank's pin_key over number and the four digits
  opened_at   INTEGER NOT NULL,
  floor       INTEGER,                    -- NULL: none (the bank's own); 0: no overdraft
  posted      INTEGER NOT NULL DEFAULT 0,
  held        INTEGER NOT NULL DEFAULT 0 CHECK(held>=0),
  last_seq    INTEGER NOT NULL DEFAULT 0,
  last_leg    INTEGER NOT NULL DEFAULT 0,
  last_at     INTEGER,
  CONSTRAINT account_floor CHECK(floor IS NULL OR posted-held>=floor),
  CHECK((kind='customer')=(customer_id IS NOT NULL)),
  CHECK((kind='customer')=(product IS NOT NULL)),
  CHECK(kind<>'customer' OR (length(number)=14 AND number NOT GLOB '*[^0-9]*' AND substr(number,7,2)=product AND floor IS NOT NULL)),
  UNIQUE(id,currency)
) STRICT;

CREATE TABLE counterparty(                -- accounts at other banks, for name checks
  institution TEXT NOT NULL REFERENCES institution(code) CHECK(institution<>'071'),
  number      TEXT NOT NULL CHECK(length(number) BETWEEN 10 AND 16 AND number NOT GLOB '*[^0-9]*'),
  name_en     TEXT NOT NULL,
  name_ko     TEXT NOT NULL,
  status      TEXT NOT NULL DEFAULT 'open' CHECK(status IN('open','closed','silent')), -- silent: that bank does not answer
  PRIMARY KEY(institution,number)
) STRICT, WITHOUT ROWID;

CREATE TABLE entry(                       -- one business operation, immutable
  id           INTEGER PRIMARY KEY,
  key          TEXT NOT NULL UNIQUE CHECK(length(key) BETWEEN 8 AND 64),
  request_hash BLOB NOT NULL CHECK(length(request_hash)=32),
  kind         TEXT NOT NULL CHECK(CASE kind WHEN 'opening' THEN 1 WHEN 'transfer' THEN 1 WHEN 'salary' THEN 1 WHEN 'card' THEN 1 WHEN 'bill' THEN 1 WHEN 'cash' THEN 1 WHEN 'interest' THEN 1 WHEN 'fee' THEN 1 WHEN 'exchange' THEN 1 WHEN 'reversal' THEN 1 ELSE 0 END), -- IN would build a table of its list for each row
  at           INTEGER NOT NULL,
  business_day INTEGER NOT NULL CHECK(business_day BETWEEN 19000101 AND 29991231),
  reverses     INTEGER UNIQUE REFERENCES entry(id)
) STRICT;

CREATE TABLE leg(                         -- always balanced: one debit, one credit, one currency
  id          INTEGER PRIMARY KEY,
  entry_id    INTEGER NOT NULL REFERENCES entry(id),
  debit_id    INTEGER NOT NULL,
  credit_id   INTEGER NOT NULL,
  currency    TEXT NOT NULL,
  amount      INTEGER NOT NULL CHECK(amount>0),
  debit_memo  TEXT NOT NULL DEFAULT '',   -- on the passbook of the account debited
  credit_memo TEXT NOT NULL DEFAULT '',   -- on the passbook of the account credited
  CHECK(debit_id<>credit_id),
  FOREIGN KEY(debit_id,currency) REFERENCES account(id,currency),
  FOREIGN KEY(credit_id,currency) REFERENCES account(id,currency)
) STRICT;

CREATE TABLE posting(                     -- what a passbook shows: written by leg_apply alone
  account_id INTEGER NOT NULL REFERENCES account(id),
  seq        INTEGER NOT NULL,
  leg_id     INTEGER NOT NULL REFERENCES leg(id),
  amount     INTEGER NOT NULL CHECK(amount<>0),
  balance    INTEGER NOT NULL,
  at         INTEGER NOT NULL,
  memo       TEXT NOT NULL,
  PRIMARY KEY(account_id,seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE account_day(                 -- per account and day with postings: date -> seq, and totals
  account_id INTEGER NOT NULL REFERENCES account(id),
  day        INTEGER NOT NULL,
  first_seq  INTEGER NOT NULL,
  last_seq   INTEGER NOT NULL CHECK(last_seq>=first_seq),
  in_total   INTEGER NOT NULL CHECK(in_total>=0),
  in_count   INTEGER NOT NULL CHECK(in_count>=0),
  out_total  INTEGER NOT NULL CHECK(out_total>=0),
  out_count  INTEGER NOT NULL CHECK(out_count>=0),
  PRIMARY KEY(account_id,day)
) STRICT, WITHOUT ROWID;

CREATE TABLE transition(from_state TEXT NOT NULL, to_state TEXT NOT NULL, PRIMARY KEY(from_state,to_state)) STRICT, WITHOUT ROWID;
CREATE TABLE event(                       -- the life of an order, append-only; illegal steps are foreign-key errors
  entry_id   INTEGER NOT NULL REFERENCES entry(id),
  n          INTEGER NOT NULL CHECK(n>=1),
  prev_n     INTEGER CHECK(coalesce(prev_n,0)=n-1),
  from_state TEXT NOT NULL CHECK((n=1)=(from_state='')),
  to_state   TEXT NOT NULL,
  at         INTEGER NOT NULL,
  PRIMARY KEY(entry_id,n),
  UNIQUE(entry_id,n,to_state),
  FOREIGN KEY(from_state,to_state) REFERENCES transition(from_state,to_state),
  FOREIGN KEY(entry_id,prev_n,from_state) REFERENCES event(entry_id,n,to_state)
) STRICT;

CREATE TABLE transfer(                    -- the order behind an entry of kind transfer, as the customer gave it
  entry_id       INTEGER PRIMARY KEY REFERENCES entry(id),
  customer_id    INTEGER NOT NULL REFERENCES customer(id),
  from_id        INTEGER NOT NULL REFERENCES account(id),
  institution    TEXT NOT NULL REFERENCES institution(code),
  number         TEXT NOT NULL,
  recipient      TEXT NOT NULL,           -- the name that was checked and shown
  amount         INTEGER NOT NULL CHECK(amount>0),
  fee            INTEGER NOT NULL CHECK(fee>=0),
  own_memo       TEXT NOT NULL,
  recipient_memo TEXT NOT NULL,
  medium         TEXT NOT NULL CHECK(medium IN('card','otp')),
  requested_at   INTEGER NOT NULL
) STRICT;

CREATE TABLE customer_day(                -- what was sent today, and the limit that stood when it was last sent; written by transfer_counts alone
  customer_id INTEGER NOT NULL REFERENCES customer(id),
  day         INTEGER NOT NULL,
  out_total   INTEGER NOT NULL CHECK(out_total>=0),
  out_limit   INTEGER NOT NULL,
  PRIMARY KEY(customer_id,day),
  CONSTRAINT customer_day_limit CHECK(out_total<=out_limit)
) STRICT, WITHOUT ROWID;

CREATE TABLE refusal(                     -- orders that were confirmed and refused: no money moved
  id             INTEGER PRIMARY KEY,
  key            TEXT NOT NULL,
  customer_id    INTEGER NOT NULL REFERENCES customer(id),
  from_number    TEXT NOT NULL,
  institution    TEXT NOT NULL,
  number         TEXT NOT NULL,
  recipient      TEXT NOT NULL,
  amount         INTEGER NOT NULL,
  own_memo       TEXT NOT NULL,
  recipient_memo TEXT NOT NULL,
  requested_at   INTEGER NOT NULL,
  at             INTEGER NOT NULL,
  code           TEXT NOT NULL
) STRICT;

CREATE TABLE prepared(                    -- orders under review: kept until the receipt was shown
  key          TEXT PRIMARY KEY,
  customer_id  INTEGER NOT NULL REFERENCES customer(id),
  body         TEXT NOT NULL,             -- the canonical order, JSON
  request_hash BLOB NOT NULL CHECK(length(request_hash)=32),
  challenge    TEXT NOT NULL,             -- card positions asked, "07,23"; empty for a token
  at           INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
