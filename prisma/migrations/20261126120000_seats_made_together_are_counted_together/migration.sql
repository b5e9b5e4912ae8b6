-- A batch makes hundreds of thousands of seats in one statement. That none is beyond k is asked once of all that a statement
-- adds, not of each: a fifth of the time an opening took. Changed seats are few and stay checked one by one.
drop trigger seat_is_one_of_k on seat;
create trigger seat_is_one_of_k before update of letter, batch_id, item_id on seat for each row execute function seat_is_one_of_k();
create function seats_are_of_k() returns trigger language plpgsql as $$ declare beyond record; begin
  select a.letter, b.readers_per_item as k into beyond from added a join batch b on b.id = a.batch_id
    where ascii(a.letter) - 64 not between 1 and b.readers_per_item limit 1;
  if found then
    raise exception 'seat % is beyond the % readings of its item', beyond.letter, beyond.k using errcode = 'check_violation', constraint = 'seat_is_one_of_k';
  end if;
  return null;
end $$;
create trigger seats_are_of_k after insert on seat referencing new table as added for each statement execute function seats_are_of_k();
