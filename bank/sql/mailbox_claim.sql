UPDATE mailbox SET claimed_at = $2, until = $3
 WHERE id = $1;
