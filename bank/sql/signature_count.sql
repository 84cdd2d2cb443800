SELECT count(*) FROM act WHERE kind = 'signature';
