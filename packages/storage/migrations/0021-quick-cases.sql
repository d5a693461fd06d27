-- A case says when its firm filled in what it was asked back for, which stands in the notices: without this, each look at a case
-- went through all notices that there ever were.
create index notices_filled_in on notice (referral_id) where kind = 'referral.filled-in';
