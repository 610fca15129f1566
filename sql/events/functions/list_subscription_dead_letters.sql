create function cogo.list_subscription_dead_letters(name text, row_limit integer, tenant_id uuid)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  owned cogo.subscriptions;
begin
  if list_subscription_dead_letters.row_limit is null or list_subscription_dead_letters.row_limit not between 1 and 1000 then
    perform cogo.refuse_argument('row_limit', 'it must be 1 to 1000');
  end if;
  owned := cogo.own_subscription(list_subscription_dead_letters.name, list_subscription_dead_letters.tenant_id);
  return coalesce((
    select jsonb_agg(jsonb_build_object(
      'id', letter.message_id, 'died_at', letter.died_at, 'attempts', letter.attempts, 'channel', letter.channel,
      'error', letter.error, 'message', letter.message
    ) order by letter.message_id)
    from (
      select * from cogo.subscription_dead_letters as dead
      where dead.subscription_id = owned.id and dead.channel ~ cogo.channel_regex(cogo.readable_patterns(owned))
      order by dead.message_id
      limit list_subscription_dead_letters.row_limit
    ) as letter
  ), '[]');
end;
$$;

comment on function cogo.list_subscription_dead_letters(text, integer, uuid) is
  'The dead letters of one subscription, oldest message first, with the message and the last error.';

revoke execute on function cogo.list_subscription_dead_letters(text, integer, uuid) from public;
grant execute on function cogo.list_subscription_dead_letters(text, integer, uuid) to authenticated, service_role;
