-- Whatever a service forgets: nobody looks at an open item without saying why.
alter table unsealing add constraint unsealing_is_reasoned check (length(trim(reason)) > 0);
