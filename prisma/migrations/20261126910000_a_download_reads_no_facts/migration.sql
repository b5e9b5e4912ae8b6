-- What a release's files are named by. The facts list every pair of near-duplicates, megabytes of a large release, and were read and
-- parsed before the first byte of each download.
alter table release add column slug text generated always as (facts -> 'release' ->> 'slug') stored;
