-- A save whose answer never came back: the next one from the same copy says so, and is then no second version of the work.
-- `turn` orders a copy's saves, so that one that arrives late never puts older work over newer.
alter table draft add column copy uuid, add column turn integer not null default 0;
