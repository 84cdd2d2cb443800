-- The books, version 12: what costs nothing needs no account.

CREATE TABLE approval_free(                -- approvals for which no account was named; their account_id, which version 5 wants, is the customer's first
  key TEXT PRIMARY KEY REFERENCES approval(key)
) STRICT, WITHOUT ROWID;
