DELETE FROM prepared
 WHERE key = $1 AND customer_id = $2;
