create function cogo.note_refusal(answer jsonb)
returns void
language plpgsql
security definer
set search_path = ''
as $$
begin
  insert into cogo.refusal_notes (word, rejected)
  values (answer #>> '{refused,details}', answer #> '{refused,rejected}');
end;
$$;

comment on function cogo.note_refusal(jsonb) is 'Counts a refusal that is returned. Appends a row; the next tick folds it.';

revoke execute on function cogo.note_refusal(jsonb) from public;
