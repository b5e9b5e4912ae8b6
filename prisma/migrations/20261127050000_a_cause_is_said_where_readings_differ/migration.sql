-- A verdict names the cause of a difference where there is one, and none where the readings agreed: the policy may send such an item to the
-- bench, and an admin may open it again. A cause made up for it would be counted among the true ones.
create function readings_differ(points jsonb) returns boolean language sql immutable parallel safe as
  $$ select jsonb_path_exists(points, '$[*] ? (@.agreed == false)') $$;

alter table verdict drop constraint verdict_by_adjudication_is_reasoned;
alter table verdict add constraint verdict_by_adjudication_is_reasoned check
  (source = 'consensus' or (adjudication_id is not null and length(trim(rationale)) > 0));

create function cause_is_of_a_difference() returns trigger language plpgsql as $$ begin
  if (new.cause is not null) <> coalesce((select readings_differ(a.points) from adjudication a where a.id = new.adjudication_id), false) then
    raise exception 'a verdict names a cause where readings differ, and only there' using errcode = 'check_violation', constraint = 'cause_is_of_a_difference';
  end if;
  return new;
end $$;
create trigger cause_is_of_a_difference before insert on verdict for each row execute function cause_is_of_a_difference();
