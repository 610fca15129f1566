create function cogo.health_is_old(at timestamptz)
returns boolean
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
  return not exists (select from cogo.routing_clock as clock where clock.only_row and clock.ticked_at > health_is_old.at - interval '60 seconds');
end;
$$;

comment on function cogo.health_is_old(timestamptz) is 'Whether nobody published health for a minute: then it is not believed.';

revoke execute on function cogo.health_is_old(timestamptz) from public;
