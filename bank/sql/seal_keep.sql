INSERT INTO seal(id, at, last_leg, last_event, last_refusal, last_limit, last_act, prev, hash)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9);
