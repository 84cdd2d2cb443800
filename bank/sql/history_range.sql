-- Days to positions in the account, with the totals of those days.
SELECT coalesce(min(first_seq), 0), coalesce(max(last_seq), 0),
       CAST(coalesce(sum(in_total), 0) AS bigint), CAST(coalesce(sum(in_count), 0) AS bigint),
       CAST(coalesce(sum(out_total), 0) AS bigint), CAST(coalesce(sum(out_count), 0) AS bigint)
  FROM account_day
 WHERE account_id = $1 AND day BETWEEN $2 AND $3;
