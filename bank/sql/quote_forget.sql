DELETE FROM quote WHERE until < $1;
