-- Why an agency found what it found; part of what it signs. Decisions from before have none.

alter table signed_decision add column reason text check (char_length(reason) between 2 and 500);
