create function cogo.list_snapshot_parts()
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
  return jsonb_build_object(
    'documents', '["versions", "schema", "metrics_summary", "gate_summary", "verify"]'::jsonb,
    'tables', (select jsonb_agg(known.part order by known.ordinal) from cogo.snapshot_parts() with ordinality
      as known (part, relation, omits, restores_where, ordinal))
  );
end;
$$;

comment on function cogo.list_snapshot_parts() is 'What a snapshot is made of: {documents, tables}, in the order in which tables come back.';

revoke execute on function cogo.list_snapshot_parts() from public;
grant execute on function cogo.list_snapshot_parts() to service_role;
