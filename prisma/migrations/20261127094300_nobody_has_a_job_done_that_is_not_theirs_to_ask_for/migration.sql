-- A job is asked for by the study's admins; by whoever handed something in, that it be scored by the rules of matching, and no other way:
-- whether experts are heard is asked once for all, when they have answered.
alter policy own on job with check (person_id = (select viewer_id())
  and (study_id = any ((select viewer_studies('admin'))::uuid[]) or (kind = 'evaluate' and input = '{}' and exists (
    select from submission s where s.id = subject_id and s.person_id = (select viewer_id())))));
