-- The books, version 3: finding texts in memos. All of it follows from the postings: it is not sealed, and without it a search only takes longer.

CREATE VIRTUAL TABLE memo_gram USING fts5( -- the grams of a memo; rowid: account_id<<32 | seq. Which were indexed says memo_reach
  grams, content='', detail=none, columnsize=0, tokenize='ascii'
);

CREATE TABLE memo_reach(                   -- the postings of an account up to seq are in memo_gram
  account_id INTEGER PRIMARY KEY REFERENCES account(id),
  seq        INTEGER NOT NULL CHECK(seq>0)
) STRICT;
