-- When the newest entry, or act, was.
SELECT max(at)
  FROM (SELECT at FROM entry WHERE id = (SELECT max(id) FROM entry)
         UNION ALL
        SELECT at FROM act WHERE id = (SELECT max(id) FROM act)) AS newest;
