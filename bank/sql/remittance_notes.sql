SELECT kind, text, body
  FROM act
 WHERE subject = $1 AND kind IN ('remittance-request', 'remittance-step')
 ORDER BY id;
