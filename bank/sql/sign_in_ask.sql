INSERT INTO sign_in(id, until)
VALUES ($1, $2);
