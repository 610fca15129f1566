create function cogo.data_rank(data_policy text)
returns smallint
language plpgsql
immutable
set search_path = ''
as $$
begin
  return case data_rank.data_policy when 'zero_retention' then 2 when 'no_training' then 1 else 0 end;
end;
$$;

comment on function cogo.data_rank(text) is 'How strict a promise about data is: each includes those below.';

revoke execute on function cogo.data_rank(text) from public;
