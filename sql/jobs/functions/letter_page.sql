create function cogo.letter_page(letter cogo.dead_letters)
returns text
language plpgsql
immutable
set search_path = ''
as $$
begin
  return format('%s-%s', (extract(epoch from letter.dead_at) * 1000000)::bigint, letter.job_id);
end;
$$;

comment on function cogo.letter_page(cogo.dead_letters) is 'Where a list of dead letters goes on after this one.';

revoke execute on function cogo.letter_page(cogo.dead_letters) from public;
