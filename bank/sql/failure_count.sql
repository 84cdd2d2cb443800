INSERT INTO failure(subject, tries, last_at)
VALUES ($1, 1, $2)
    ON CONFLICT(subject) DO UPDATE SET tries = failure.tries + 1, last_at = excluded.last_at
RETURNING tries;
