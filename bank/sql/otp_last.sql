SELECT step
  FROM otp_used
 WHERE customer_id = $1;
