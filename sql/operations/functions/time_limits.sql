create function cogo.time_limits()
returns double precision[]
language sql
immutable
set search_path = ''
as $$
  select '{5,10,25,50,100,250,500,1000,2500,5000,10000,30000,60000,120000,300000,900000,3600000}'::double precision[];
$$;

comment on function cogo.time_limits() is
  'The limits in milliseconds by which cogo.time_totals counts. Changing them means beginning those anew.';

revoke execute on function cogo.time_limits() from public;
