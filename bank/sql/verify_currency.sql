-- Whatever one account has less, another has more.
SELECT printf('all balances in %s together are %d, and should be 0', currency, sum(posted))
  FROM account GROUP BY currency HAVING sum(posted) <> 0 ORDER BY currency LIMIT 1;
