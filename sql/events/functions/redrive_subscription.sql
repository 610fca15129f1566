create function cogo.redrive_subscription(name text, message_ids uuid[], tenant_id uuid)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  owned cogo.subscriptions := cogo.own_subscription(redrive_subscription.name, redrive_subscription.tenant_id);
  redriven integer;
begin
  with chosen as (
    select letter.message_id from cogo.subscription_dead_letters as letter
    where letter.subscription_id = owned.id
      and (redrive_subscription.message_ids is null or letter.message_id = any(redrive_subscription.message_ids))
    order by letter.message_id
    limit 1000
  ),
  letters as (
    delete from cogo.subscription_dead_letters as letter using chosen
    where letter.subscription_id = owned.id and letter.message_id = chosen.message_id
    returning letter.*
  )
  insert into cogo.redeliveries (subscription_id, message_id, attempt, due_at, channel, message, error)
  select letters.subscription_id, letters.message_id, 1, cogo.now_(), letters.channel, letters.message, letters.error
  from letters;
  get diagnostics redriven = row_count;
  return jsonb_build_object('redriven', redriven);
end;
$$;

comment on function cogo.redrive_subscription(text, uuid[], uuid) is
  'Sends dead letters of a subscription again, all or the ones named, at most 1000 a call, with a first attempt.';

revoke execute on function cogo.redrive_subscription(text, uuid[], uuid) from public;
grant execute on function cogo.redrive_subscription(text, uuid[], uuid) to authenticated, service_role;
