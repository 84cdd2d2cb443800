INSERT INTO approval_free(key) VALUES ($1);
