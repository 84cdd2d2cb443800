DELETE FROM memo_reach;
