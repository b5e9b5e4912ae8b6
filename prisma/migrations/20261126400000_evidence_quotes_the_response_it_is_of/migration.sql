-- An answer may rest on words of one of an item's responses instead of on the item's own text. They too have to stand where it
-- says: code points [start, end) of that response, as substr counts them.
create or replace function spans_quote_their_text() returns trigger language plpgsql as $$
declare body text; span jsonb; responses jsonb; begin
  if jsonb_typeof(new.answer -> 'spans') = 'array' and jsonb_array_length(new.answer -> 'spans') > 0 then
    select text into body from item where id = new.item_id;
    for span in select * from jsonb_array_elements(new.answer -> 'spans') loop
      if (span ->> 'start')::int < 0 or (span ->> 'end')::int <= (span ->> 'start')::int
         or substr(body, (span ->> 'start')::int + 1, (span ->> 'end')::int - (span ->> 'start')::int) is distinct from span ->> 'quote' then
        raise exception 'span % does not quote the text at its offsets', span ->> 'id'
          using errcode = 'check_violation', constraint = 'spans_quote_their_text';
      end if;
    end loop;
  end if;
  if jsonb_typeof(new.answer -> 'labels') = 'array' and jsonb_path_exists(new.answer, '$.labels[*].evidence[*]') then
    select content -> 'responses' into responses from item where id = new.item_id;
    for span in select place || jsonb_build_object('response', label -> 'response')
      from jsonb_path_query(new.answer, '$.labels[*]') label, jsonb_path_query(label, '$.evidence[*]') place loop
      select response ->> 'text' into body from jsonb_path_query(responses, '$[*]') response where response -> 'id' = span -> 'response';
      if body is null or (span ->> 'start')::int < 0 or (span ->> 'end')::int <= (span ->> 'start')::int
         or substr(body, (span ->> 'start')::int + 1, (span ->> 'end')::int - (span ->> 'start')::int) is distinct from span ->> 'quote' then
        raise exception 'evidence in response % does not quote the text at its offsets', span ->> 'response'
          using errcode = 'check_violation', constraint = 'spans_quote_their_text';
      end if;
    end loop;
  end if;
  return new;
end $$;
