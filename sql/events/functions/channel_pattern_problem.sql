create function cogo.channel_pattern_problem(pattern text)
returns text
language plpgsql
immutable
set search_path = ''
as $$
begin
  return case
    when pattern is null or length(pattern) > 250 then 'a pattern has 1 to 250 characters'
    when pattern !~ '^(>|tenant(\.([a-z0-9_-]+|\*))*(\.>)?)$'
      then 'a pattern reads like tenant.<id>.agent.<id>.<type_prefix>.<event>, with * for one part or a last > for the rest'
  end;
end;
$$;

comment on function cogo.channel_pattern_problem(text) is 'What is wrong with a pattern of channels, or null.';

revoke execute on function cogo.channel_pattern_problem(text) from public;
