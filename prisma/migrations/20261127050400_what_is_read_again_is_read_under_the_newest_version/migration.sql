-- Pages that were open when items went back to their readers still name the version before; a round that mixes the two compares readings
-- that were not given by the same rules.
alter table batch add column least_protocol int;
comment on column batch.least_protocol is 'No reading is taken under an older version of the protocol; null: under any.';
