create function cogo.fix_side(gates jsonb)
returns jsonb
language plpgsql
immutable
set search_path = ''
as $$
begin
  return (
    select jsonb_build_object(
      'verdict', cogo.verdict_of(array_agg(fix_side.gates -> name ->> 'verdict')),
      'gates', jsonb_agg(jsonb_build_object('gate', name, 'reason', null) || (fix_side.gates -> name) order by place)
    )
    from unnest(array['lint', 'check', 'test']) with ordinality as gate (name, place)
  );
end;
$$;

comment on function cogo.fix_side(jsonb) is
  'One side of a fix as the readers tell it: the verdict that a run with these gates would have, and the gates in their order.';

revoke execute on function cogo.fix_side(jsonb) from public;
