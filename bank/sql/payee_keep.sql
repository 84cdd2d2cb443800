INSERT INTO payee(customer_id, institution, number, name_en, name_ko, nickname, designated, at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
ON CONFLICT(customer_id, institution, number) DO UPDATE SET name_en = excluded.name_en, name_ko = excluded.name_ko,
  nickname = excluded.nickname, designated = max(designated, excluded.designated);
