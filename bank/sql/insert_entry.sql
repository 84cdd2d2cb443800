INSERT INTO entry(key, request_hash, kind, at, business_day) VALUES ($1, $2, $3, $4, $5) RETURNING id;
