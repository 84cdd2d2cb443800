SELECT status FROM account WHERE number = $1;
