-- Up to where the books go, and up to where they are sealed.
SELECT coalesce((SELECT max(id) FROM leg), 0), coalesce((SELECT max(id) FROM event), 0),
       coalesce((SELECT max(id) FROM refusal), 0), coalesce((SELECT max(id) FROM customer_limit), 0),
       coalesce((SELECT max(id) FROM act), 0),
       coalesce(s.id, 0), coalesce(s.at, 0), coalesce(s.last_leg, 0), coalesce(s.last_event, 0),
       coalesce(s.last_refusal, 0), coalesce(s.last_limit, 0), coalesce(s.last_act, 0), s.hash
  FROM (SELECT 1 AS one) AS o
  LEFT JOIN (SELECT id, at, last_leg, last_event, last_refusal, last_limit, last_act, hash
               FROM seal ORDER BY id DESC LIMIT 1) AS s ON o.one = 1;
