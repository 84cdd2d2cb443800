INSERT INTO rate_file(format, day, at, content) VALUES ($1, $2, $3, $4);
