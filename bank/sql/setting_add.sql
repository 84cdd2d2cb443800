INSERT INTO setting(name, value)
VALUES ($1, $2);
