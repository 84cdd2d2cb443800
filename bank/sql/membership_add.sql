INSERT INTO membership(customer_id, kind, member, identity_mac)
VALUES ($1, $2, $3, $4);
