DELETE FROM sign_in
 WHERE until < $1;
