-- Made by npm run generate: what the migrations amount to. To be read and compared, not to be run.

-- tables

create table migrations (
  number integer not null,
  name text not null,
  sha256 text not null,
  applied_at timestamp with time zone not null default now(),
  constraint migrations_pkey PRIMARY KEY (number)
);
