SELECT (SELECT count(*) FROM account), (SELECT count(*) FROM entry), (SELECT count(*) FROM leg),
       (SELECT count(*) FROM posting), (SELECT count(*) FROM transfer);
