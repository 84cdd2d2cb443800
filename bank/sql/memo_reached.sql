INSERT INTO memo_reach(account_id, seq) VALUES ($1, $2)
    ON CONFLICT(account_id) DO UPDATE SET seq = excluded.seq;
