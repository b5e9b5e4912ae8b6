-- Scores are kept as they were computed. When the rules of a task change they stay, and are computed anew beside them: a board shows those of
-- one version of the rules alone.
alter table evaluation add column rules int not null default 1 check (rules > 0);
grant select (rules) on evaluation to doubleread_app;
drop index evaluation_once;
create unique index evaluation_once on evaluation (release_id, split, match, rules, kind, coalesce(submission_id::text, pseudonym, ''));
