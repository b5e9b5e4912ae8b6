-- A conflict of interest is declared from memory: "northern general" keeps items of "Northern General" away as well. The column's
-- own rule of comparison does it wherever its values are compared.
create collation name_alike (provider = icu, locale = 'und-u-ks-level2', deterministic = false);
delete from conflict_of_interest c using conflict_of_interest first
where first.person_id = c.person_id and first.kind = c.kind and first.value < c.value and first.value collate name_alike = c.value collate name_alike;
alter table conflict_of_interest alter column value type text collate name_alike;
