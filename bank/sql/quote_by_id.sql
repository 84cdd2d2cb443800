SELECT currency, side, unit, rate, listed, base, percent, day, notice, at, until
  FROM quote
 WHERE id = $1 AND customer_id = $2;
