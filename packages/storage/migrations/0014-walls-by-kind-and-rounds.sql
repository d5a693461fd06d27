-- Another agency's decision is opened by the hand-off itself: a consent to papers or to the outcome, which may outlive it, opens its own only.
alter policy decisions_seen on signed_decision
  using (firm_id = (select acting_firm()) or agency = (select acting_agency())
         or exists (select from live_consents(firm_id) c
                    join referral r on r.id = c.referral_id
                    join link_agreement a on a.id = r.agreement_id
                    where c.kind = 'hand-off' and a.from_agency = signed_decision.agency
                      and signed_decision.criterion = any (a.accepts)));

-- What the clock tried in vain comes after all that it has not tried yet, so that it holds up nothing else.
alter table paper add column tried_at timestamptz;
alter table passed_paper add column tried_at timestamptz;
comment on column paper.tried_at is 'When the clock last tried to have it scanned or destroyed.';
comment on column passed_paper.tried_at is 'When the clock last tried to settle it.';
