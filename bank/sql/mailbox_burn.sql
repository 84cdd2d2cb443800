UPDATE mailbox SET burnt_at = $2, burnt_by = $3, reason = $4
 WHERE id = $1 AND burnt_at IS NULL;
