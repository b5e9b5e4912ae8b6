-- What a person's unsubmitted work said before, for them to compare with: in the draft's own row, under its own policy, gone with it.
-- Large values stand out of line, so a save that keeps nothing new does not write them again.
alter table draft
  add column history jsonb not null default '[]',
  add column kept_at timestamptz(6) not null default now();
