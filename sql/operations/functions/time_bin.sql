create function cogo.time_bin(ms double precision)
returns smallint
language sql
immutable
set search_path = ''
as $$
  select case when ms > 0.001 then ceil(ln(ms) / ln(1.01 / 0.99::double precision)) else -32768 end::smallint;
$$;

comment on function cogo.time_bin(double precision) is
  'The bin of a time in milliseconds: powers of 1.0202, so that cogo.bin_ms of it is right to 1 %. What took no time, or less, has the lowest.';

revoke execute on function cogo.time_bin(double precision) from public;
