DELETE FROM sign_in
 WHERE id = $1
RETURNING until;
