SELECT id
  FROM account
 WHERE number = $1 AND kind = 'internal';
