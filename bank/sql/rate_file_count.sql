SELECT count(*) FROM rate_file;
