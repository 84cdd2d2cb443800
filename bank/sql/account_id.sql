SELECT id FROM account WHERE number = $1;
