create function cogo.steady(value real, shown real, step real, share real)
returns real
language plpgsql
immutable
set search_path = ''
as $$
begin
  if abs(value - shown) <= greatest(step, share * abs(shown)) then
    return shown;
  end if;
  return (round(value::numeric / step::numeric) * step::numeric)::real;
end;
$$;

comment on function cogo.steady(real, real, real, real) is
  'A figure in whole steps, or what was shown before where it moved by no more than a step or that share.';

revoke execute on function cogo.steady(real, real, real, real) from public;
