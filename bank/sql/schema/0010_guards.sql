-- The books, version 10: an account's deposits, or its withdrawals, are found without reading the others between them. The amount is there so that
-- the index alone answers, for which SQLite chooses it.

CREATE INDEX posting_in ON posting(account_id,seq,amount) WHERE amount>0;
CREATE INDEX posting_out ON posting(account_id,seq,amount) WHERE amount<0;
