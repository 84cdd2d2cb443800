INSERT INTO memo_gram(memo_gram) VALUES ('delete-all');
