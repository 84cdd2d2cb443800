UPDATE instruction SET cancelled_at = $2
 WHERE key = $1;
