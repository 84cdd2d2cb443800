-- The books, version 7: foreign exchange. Rates that were imported and quoted, remittances, and what happens later.

CREATE TABLE rate_file(                    -- files of rates as they came: what a later one says takes precedence
  id      INTEGER PRIMARY KEY,
  format  TEXT NOT NULL CHECK(format IN('ecb','eximbank')),
  day     INTEGER NOT NULL CHECK(day BETWEEN 19000101 AND 29991231), -- of the rates; of the newest where there are many
  at      INTEGER NOT NULL,
  content BLOB NOT NULL
) STRICT;

CREATE TABLE favourite(                    -- currencies that a customer wants first on the board
  customer_id INTEGER NOT NULL REFERENCES customer(id),
  position    INTEGER NOT NULL,
  currency    TEXT NOT NULL CHECK(length(currency)=3),
  PRIMARY KEY(customer_id,position),
  UNIQUE(customer_id,currency)
) STRICT, WITHOUT ROWID;

CREATE TABLE quote(                        -- rates that the bank stands by for a minute; in millionths of a won for the unit
  id          TEXT PRIMARY KEY,
  customer_id INTEGER NOT NULL REFERENCES customer(id),
  currency    TEXT NOT NULL CHECK(length(currency)=3),
  side        TEXT NOT NULL CHECK(side IN('sell','buy')),
  unit        INTEGER NOT NULL CHECK(unit>0),
  rate        INTEGER NOT NULL CHECK(rate>0),
  listed      INTEGER NOT NULL CHECK(listed>0),
  base        INTEGER NOT NULL CHECK(base>0),
  percent     INTEGER NOT NULL CHECK(percent BETWEEN 0 AND 100),
  day         INTEGER NOT NULL,
  notice      INTEGER NOT NULL CHECK(notice>0),
  at          INTEGER NOT NULL,
  until       INTEGER NOT NULL CHECK(until>at AND until<=at+60000000)
) STRICT, WITHOUT ROWID;

CREATE TABLE prepared_remittance(          -- as prepared, for remittances
  key          TEXT PRIMARY KEY,
  customer_id  INTEGER NOT NULL REFERENCES customer(id),
  body         TEXT NOT NULL,              -- the order and its terms, JSON
  request_hash BLOB NOT NULL CHECK(length(request_hash)=32),
  challenge    TEXT NOT NULL,
  at           INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE remittance(                   -- the order behind an entry that sent money abroad
  entry_id     INTEGER PRIMARY KEY REFERENCES entry(id),
  customer_id  INTEGER NOT NULL REFERENCES customer(id),
  from_id      INTEGER NOT NULL REFERENCES account(id),
  kind         TEXT NOT NULL CHECK(kind IN('swift','eurogiro')),
  body         TEXT NOT NULL,              -- the order and its terms, JSON: its SHA-256 is the entry's request_hash
  country      TEXT NOT NULL CHECK(length(country)=2),
  currency     TEXT NOT NULL REFERENCES currency(code),
  amount       INTEGER NOT NULL CHECK(amount>0),
  dollars      INTEGER NOT NULL CHECK(dollars>=0), -- in cents: what counts for limits
  year         INTEGER NOT NULL,           -- in Seoul
  recipient    TEXT NOT NULL,
  account      TEXT NOT NULL,              -- of the recipient; '' for a money order
  medium       TEXT NOT NULL CHECK(medium IN('card','otp')),
  requested_at INTEGER NOT NULL
) STRICT;

CREATE TABLE due(                          -- what happens later: done once, by whoever comes first after its time
  id      INTEGER PRIMARY KEY,
  kind    TEXT NOT NULL,                   -- who does it
  subject TEXT NOT NULL,                   -- what it is about: an order's key
  n       INTEGER NOT NULL DEFAULT 0,      -- the step that it follows: if there has been another one since, nothing is done
  at      INTEGER NOT NULL,
  done_at INTEGER
) STRICT;

-- A bank that is there already gets what a new one is filled with.
DROP TRIGGER IF EXISTS transition_is_all;
INSERT INTO currency SELECT c.code, c.exponent
  FROM (SELECT 'GBP' AS code, 2 AS exponent UNION ALL SELECT 'CAD',2 UNION ALL SELECT 'AUD',2 UNION ALL SELECT 'NZD',2 UNION ALL SELECT 'SGD',2
         UNION ALL SELECT 'HKD',2 UNION ALL SELECT 'CHF',2 UNION ALL SELECT 'SEK',2 UNION ALL SELECT 'DKK',2 UNION ALL SELECT 'NOK',2) AS c
 WHERE EXISTS(SELECT 1 FROM currency) AND NOT EXISTS(SELECT 1 FROM currency k WHERE k.code=c.code);
INSERT INTO account(number,currency,kind,opened_at)
  SELECT n.name||'-'||c.code, c.code, 'internal', (SELECT min(opened_at) FROM account)
    FROM (SELECT 1 AS o, 'exchange' AS name UNION ALL SELECT 2,'nostro') AS n
    JOIN (SELECT 1 AS o, 'USD' AS code UNION ALL SELECT 2,'EUR' UNION ALL SELECT 3,'JPY' UNION ALL SELECT 4,'GBP' UNION ALL SELECT 5,'CAD' UNION ALL SELECT 6,'AUD'
           UNION ALL SELECT 7,'NZD' UNION ALL SELECT 8,'SGD' UNION ALL SELECT 9,'HKD' UNION ALL SELECT 10,'CHF' UNION ALL SELECT 11,'SEK' UNION ALL SELECT 12,'DKK'
           UNION ALL SELECT 13,'NOK') AS c
   WHERE EXISTS(SELECT 1 FROM account) AND NOT EXISTS(SELECT 1 FROM account a WHERE a.number=n.name||'-'||c.code)
   ORDER BY c.o, n.o;
INSERT INTO transition SELECT * FROM (
  SELECT '' AS from_state,'received' AS to_state UNION ALL SELECT 'received','under-review' UNION ALL SELECT 'under-review','sent'
   UNION ALL SELECT 'sent','credited' UNION ALL SELECT 'sent','returned'
   UNION ALL SELECT '','accepted' UNION ALL SELECT 'accepted','sent' UNION ALL SELECT 'sent','ready' UNION ALL SELECT 'ready','paid' UNION ALL SELECT 'ready','expired'
   UNION ALL SELECT 'received','amendment-requested' UNION ALL SELECT 'under-review','amendment-requested' UNION ALL SELECT 'sent','amendment-requested'
   UNION ALL SELECT 'amendment-requested','received' UNION ALL SELECT 'amendment-requested','under-review' UNION ALL SELECT 'amendment-requested','sent'
   UNION ALL SELECT 'received','cancellation-requested' UNION ALL SELECT 'under-review','cancellation-requested' UNION ALL SELECT 'sent','cancellation-requested'
   UNION ALL SELECT 'accepted','cancellation-requested' UNION ALL SELECT 'ready','cancellation-requested'
   UNION ALL SELECT 'cancellation-requested','cancelled' UNION ALL SELECT 'cancellation-requested','received' UNION ALL SELECT 'cancellation-requested','under-review'
   UNION ALL SELECT 'cancellation-requested','sent' UNION ALL SELECT 'cancellation-requested','accepted' UNION ALL SELECT 'cancellation-requested','ready'
) WHERE EXISTS(SELECT 1 FROM transition);
