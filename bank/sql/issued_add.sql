INSERT INTO issued(institute, serial, issuer, sha256, der, order_key, replaces)
VALUES ($1, $2, $3, $4, $5, $6, $7)
RETURNING id;
