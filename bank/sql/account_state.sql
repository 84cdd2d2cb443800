SELECT number, status, posted - held - coalesce(floor, 0) FROM account WHERE id = $1;
