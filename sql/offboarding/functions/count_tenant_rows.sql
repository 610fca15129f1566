create function cogo.count_tenant_rows(tenant_id uuid)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
set jit = off
as $$
declare
  spec record;
  many bigint;
  counted jsonb := '{}'::jsonb;
begin
  for spec in select known.part from cogo.tenant_parts() as known order by known.step loop
    execute format('select count(*) from cogo.%I as one where %s', spec.part, cogo.tenant_condition(spec.part))
    into many using count_tenant_rows.tenant_id;
    if many > 0 then
      counted := counted || jsonb_build_object(spec.part, many);
    end if;
  end loop;
  return counted;
end;
$$;

comment on function cogo.count_tenant_rows(uuid) is
  'How many rows of each part are a tenant''s; parts without any are left out. Reads whole tables: for the rare act of an operator.';

revoke execute on function cogo.count_tenant_rows(uuid) from public;
