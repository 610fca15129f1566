create function cogo.find_break_glass(break_glass_id uuid)
returns cogo.break_glass
language plpgsql
security definer
set search_path = ''
as $$
declare
  asked cogo.break_glass;
begin
  select * into asked from cogo.break_glass as known where known.break_glass_id = find_break_glass.break_glass_id for update;
  if asked.break_glass_id is null then
    raise sqlstate 'PT404' using
      message = 'Cannot break the glass: there is no such request',
      detail = 'key_not_found',
      hint = 'Ask first: npm run keys -- break-glass request.';
  elsif asked.expires_at <= cogo.now_() then
    perform cogo.refuse_key_state('break the glass', 'its time is over', 'Ask anew: npm run keys -- break-glass request.');
  end if;
  return asked;
end;
$$;

comment on function cogo.find_break_glass(uuid) is
  'A request whose time is not over, locked. Errors: key_not_found (404), key_conflict (409).';

revoke execute on function cogo.find_break_glass(uuid) from public;
