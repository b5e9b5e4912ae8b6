-- How many places a flagged text names was told of every error type and difficulty, so whoever named many in one text read its label there; and
-- whether a group was told at all asked how many of it a system flags. What should be told comes with the scores that are made by the new
-- version of the rules, when somebody is scored next or an admin asks for it.
alter table evaluation disable trigger evaluation_is_immutable;
update evaluation set told = null where told is not null;
alter table evaluation enable trigger evaluation_is_immutable;
