INSERT INTO memo_gram(rowid, grams) VALUES (($1 << 32) + $2, $3);
