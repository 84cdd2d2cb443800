-- A designation without a nickname leaves the one there is; $9 is what a new row is called then.
INSERT INTO payee(customer_id, institution, number, name_en, name_ko, nickname, designated, at)
VALUES ($1, $2, $3, $4, $5, coalesce(nullif($6, ''), $9), $7, $8)
ON CONFLICT(customer_id, institution, number) DO UPDATE SET name_en = excluded.name_en, name_ko = excluded.name_ko,
  nickname = coalesce(nullif($6, ''), nickname), designated = max(designated, excluded.designated);
