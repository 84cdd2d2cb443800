INSERT INTO challenge(customer_id, cells) VALUES ($1, $2);
