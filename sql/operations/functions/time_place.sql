create function cogo.time_place(ms double precision)
returns integer
language sql
immutable
set search_path = ''
as $$
  -- Within a limit is up to it, as Prometheus' le has it; width_bucket has a limit beyond itself.
  select width_bucket(ms - 1e-9, '{5,10,25,50,100,250,500,1000,2500,5000,10000,30000,60000,120000,300000,900000,3600000}'::double precision[]) + 1;
$$;

comment on function cogo.time_place(double precision) is
  'Which bucket of cogo.time_totals a time in milliseconds belongs to: up to 5 ms, 10, 25, 50, 100, 250, 500, 1 s, 2.5, 5, 10, 30, 60, 2 min, 5, 15, an hour, beyond. Changing them means beginning those anew.';

revoke execute on function cogo.time_place(double precision) from public;
