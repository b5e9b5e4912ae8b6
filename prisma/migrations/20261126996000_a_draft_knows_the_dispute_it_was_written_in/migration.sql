-- The seat, repeat or dispute that a draft was saved from. Readings name what they speak of by its words and go on anywhere; what an
-- adjudicator decided is of the readings of one dispute, and in another dispute of the item it would decide what they have not read.
alter table draft add column place uuid;
