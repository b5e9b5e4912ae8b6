/** Predictions of a file that is still coming: nobody's yet, and gone when it is taken or refused. What a killed server leaves, the housekeeping clears. */
create unlogged table arriving_prediction (
  arrival_id uuid not null,
  external_id text not null,
  answer jsonb not null,
  arrived_at timestamptz(6) not null default now(),
  primary key (arrival_id, external_id)
);
alter table arriving_prediction enable row level security;
create policy system on arriving_prediction using ((select is_system())) with check ((select is_system()));
grant select, insert, delete on arriving_prediction to doubleread_app;
