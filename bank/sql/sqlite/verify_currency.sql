-- Whatever one account has less, another has more. The sums are taken of the upper and the lower half of each number, which cannot overflow.
SELECT printf('all balances in %s together are %.0f, and should be 0', currency, total(posted))
  FROM account GROUP BY currency
HAVING sum(posted % 4294967296) % 4294967296 <> 0
    OR sum(posted / 4294967296) + sum(posted % 4294967296) / 4294967296 <> 0
 ORDER BY currency LIMIT 1;
