INSERT INTO due(kind, subject, n, at) VALUES ($1, $2, $3, $4);
