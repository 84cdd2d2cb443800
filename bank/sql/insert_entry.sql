INSERT INTO entry(id, key, request_hash, kind, at, business_day, reverses) VALUES ($1, $2, $3, $4, $5, $6, $7);
