SELECT code, name_en, name_ko
  FROM institution
 ORDER BY CASE code WHEN $1 THEN 0 ELSE 1 END, code;
