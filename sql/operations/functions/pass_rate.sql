create function cogo.pass_rate(passed bigint, decided bigint)
returns numeric
language sql
immutable
set search_path = ''
as $$
  select round(passed::numeric / nullif(decided, 0), 4);
$$;

comment on function cogo.pass_rate(bigint, bigint) is 'A share of 0 to 1 with four decimals; null when nothing was decided.';

revoke execute on function cogo.pass_rate(bigint, bigint) from public;
