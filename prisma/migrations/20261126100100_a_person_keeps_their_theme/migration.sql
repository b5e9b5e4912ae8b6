-- With the person, as their language is: their next browser begins as they like it.
alter table person add column theme text constraint person_theme check (theme in ('system', 'light', 'dark'));
grant update (theme) on person to doubleread_app;
