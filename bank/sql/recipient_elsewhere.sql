SELECT name_en, name_ko, status
  FROM counterparty
 WHERE institution = $1 AND number = $2;
