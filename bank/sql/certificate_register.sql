INSERT INTO certificate(customer_id, issuer, serial, sha256, registered_at)
VALUES ($1, $2, $3, $4, $5);
