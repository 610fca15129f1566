create function cogo.size_class(tokens bigint, out name text, out above bigint, out typical bigint)
language plpgsql
immutable
set search_path = ''
as $$
begin
  if size_class.tokens <= 8000 then
    name := 'small'; above := 0; typical := 4000;
  elsif size_class.tokens <= 32000 then
    name := 'medium'; above := 8000; typical := 16000;
  elsif size_class.tokens <= 200000 then
    name := 'large'; above := 32000; typical := 64000;
  else
    name := 'huge'; above := 200000; typical := 400000;
  end if;
end;
$$;

comment on function cogo.size_class(bigint) is
  'The list for a request of that many tokens, input and output: its name, what all of its requests are above, and a typical one.';

revoke execute on function cogo.size_class(bigint) from public;
