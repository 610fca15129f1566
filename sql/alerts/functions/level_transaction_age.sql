create function cogo.level_transaction_age(slo cogo.slos, at timestamptz)
returns table (subject text, labels jsonb, value numeric, says text)
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
begin
  select age(known.datfrozenxid)::numeric into value from pg_database as known where known.datname = current_database();
  subject := '';
  labels := '{}';
  says := format('the oldest row is %s transactions old; at 2,000,000,000 the database refuses to write', value);
  return next;
end;
$$;

comment on function cogo.level_transaction_age(cogo.slos, timestamptz) is
  'How many transactions ago the oldest row of this database was frozen; at 2,000,000,000 it stops.';

revoke execute on function cogo.level_transaction_age(cogo.slos, timestamptz) from public;
