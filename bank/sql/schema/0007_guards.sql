-- The books, version 7: remittances are what their entries moved, take legal steps only, and stay.

CREATE INDEX remittance_by_customer ON remittance(customer_id,entry_id);
CREATE INDEX quote_by_time ON quote(until);
CREATE INDEX prepared_remittance_by_customer ON prepared_remittance(customer_id,at);
CREATE INDEX due_by_time ON due(at,id) WHERE done_at IS NULL;
CREATE UNIQUE INDEX act_remits_once ON act(subject) WHERE kind='remittance';
CREATE INDEX act_about_remittance ON act(subject,id) WHERE kind IN('remittance-request','remittance-step');

CREATE TRIGGER rate_file_is_fixed BEFORE UPDATE ON rate_file BEGIN SELECT RAISE(ABORT,'a file of rates cannot be changed'); END;
CREATE TRIGGER rate_file_stays BEFORE DELETE ON rate_file BEGIN SELECT RAISE(ABORT,'a file of rates cannot be deleted'); END;
CREATE TRIGGER quote_is_fixed BEFORE UPDATE ON quote BEGIN SELECT RAISE(ABORT,'a quote cannot be changed'); END;
CREATE TRIGGER prepared_remittance_is_fixed BEFORE UPDATE ON prepared_remittance BEGIN SELECT RAISE(ABORT,'a prepared order cannot be changed'); END;

CREATE TRIGGER remittance_is_new BEFORE INSERT ON remittance
 WHEN NOT EXISTS(SELECT 1 FROM entry WHERE id=NEW.entry_id AND kind='exchange' AND id=(SELECT max(id) FROM entry) AND business_day/10000=NEW.year)
BEGIN SELECT RAISE(ABORT,'remittance is of an earlier entry'); END;
CREATE TRIGGER remittance_mirrors_legs BEFORE INSERT ON remittance
 WHEN NOT EXISTS(SELECT 1 FROM leg l JOIN account a ON a.id=l.debit_id WHERE l.entry_id=NEW.entry_id AND a.id=NEW.from_id AND a.customer_id=NEW.customer_id)
   OR NOT EXISTS(SELECT 1 FROM leg l JOIN account a ON a.id=l.credit_id WHERE l.entry_id=NEW.entry_id AND a.number='nostro-'||NEW.currency)
BEGIN SELECT RAISE(ABORT,'remittance must mirror its legs'); END;
CREATE TRIGGER remittance_year BEFORE INSERT ON remittance -- 100,000 dollars a year without documents; each of up to 5,000 passes
 WHEN NEW.dollars>500000 AND NEW.dollars+(SELECT coalesce(sum(dollars),0) FROM remittance r WHERE r.customer_id=NEW.customer_id AND r.year=NEW.year
   AND NOT EXISTS(SELECT 1 FROM entry e WHERE e.reverses=r.entry_id))>10000000
BEGIN SELECT RAISE(ABORT,'over the limit of the year'); END;
CREATE TRIGGER remittance_is_fixed BEFORE UPDATE ON remittance BEGIN SELECT RAISE(ABORT,'remittance cannot be changed'); END;
CREATE TRIGGER remittance_stays BEFORE DELETE ON remittance BEGIN SELECT RAISE(ABORT,'remittance cannot be deleted'); END;

CREATE TRIGGER event_is_of_its_order BEFORE INSERT ON event
 WHEN NEW.to_state<>'cancelled' AND (NEW.to_state IN('submitted','pending','completed','rejected','reversed'))=EXISTS(SELECT 1 FROM remittance WHERE entry_id=NEW.entry_id)
BEGIN SELECT RAISE(ABORT,'this order takes no such step'); END;
CREATE TRIGGER event_brings_back BEFORE INSERT ON event
 WHEN (NEW.to_state IN('returned','expired') OR (NEW.to_state='cancelled' AND NEW.from_state='cancellation-requested'))
   AND NOT EXISTS(SELECT 1 FROM entry WHERE reverses=NEW.entry_id)
BEGIN SELECT RAISE(ABORT,'no entry brings the money back'); END;

CREATE TRIGGER due_is_done_once BEFORE UPDATE ON due
 WHEN OLD.done_at IS NOT NULL OR NEW.done_at IS NULL OR NEW.done_at<OLD.at OR (NEW.id,NEW.kind,NEW.subject,NEW.n,NEW.at)<>(OLD.id,OLD.kind,OLD.subject,OLD.n,OLD.at)
BEGIN SELECT RAISE(ABORT,'what is due is done once'); END;
CREATE TRIGGER due_stays BEFORE DELETE ON due BEGIN SELECT RAISE(ABORT,'what is due stays'); END;
CREATE TRIGGER due_begins BEFORE INSERT ON due WHEN NEW.done_at IS NOT NULL BEGIN SELECT RAISE(ABORT,'what is due is not done yet'); END;

DROP TRIGGER IF EXISTS transition_is_all;
CREATE TRIGGER transition_is_all BEFORE INSERT ON transition BEGIN SELECT RAISE(ABORT,'the steps of an order are fixed'); END;

-- Acts of this version.
DROP TRIGGER IF EXISTS act_is_of_a_kind;
CREATE TRIGGER act_is_of_a_kind BEFORE INSERT ON act
 WHEN NEW.kind NOT IN('signature','certificate-registered','certificate-ended','consent','certificate-approved','certificate-step','sign-in',
   'remittance','remittance-request','remittance-step')
BEGIN SELECT RAISE(ABORT,'no act is of this kind'); END;
CREATE TRIGGER act_remits_the_newest BEFORE INSERT ON act
 WHEN NEW.kind='remittance' AND NOT EXISTS(SELECT 1 FROM entry e JOIN remittance r ON r.entry_id=e.id
   WHERE e.id=(SELECT max(id) FROM entry) AND e.key=NEW.subject AND e.at=NEW.at AND r.customer_id=NEW.customer_id)
BEGIN SELECT RAISE(ABORT,'a remittance is of the newest entry'); END;
