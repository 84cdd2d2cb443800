SELECT format, day, content FROM rate_file ORDER BY id;
