-- A foreign key is asked a row: a third of what staging a row costs, for one import that every row of a piece shares. The piece's
-- own transaction holds that import's row (touchImport), and the policy refuses rows of an import that is not there; so all that
-- is left of the key is that rows go with their import, which is said once a statement.
ALTER TABLE "import_row" DROP CONSTRAINT "import_row_import_id_fkey";

create function delete_staged_rows() returns trigger language plpgsql security definer set search_path = public as $$
begin
  delete from import_row where import_id in (select id from gone);
  return null;
end $$;
create trigger staged_rows_go_with_their_import after delete on import
  referencing old table as gone for each statement execute function delete_staged_rows();
