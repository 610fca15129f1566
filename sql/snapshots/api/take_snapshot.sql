create function api.take_snapshot(part text, after jsonb default null, row_limit integer default 2000)
returns jsonb
language plpgsql
volatile
set search_path = ''
as $$
begin
  return coalesce(
    cogo.snapshot_document(take_snapshot.part),
    cogo.snapshot_rows(take_snapshot.part, take_snapshot.after, take_snapshot.row_limit)
  );
end;
$$;

comment on function api.take_snapshot(text, jsonb, integer) is
  'A part of a snapshot: a document, or a page {rows, next} of a table without secrets. For operators. Errors: bad_argument (400).';

revoke execute on function api.take_snapshot(text, jsonb, integer) from public;
grant execute on function api.take_snapshot(text, jsonb, integer) to service_role;
