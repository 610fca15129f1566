create function cogo.show_webhook_key(name text, rotate boolean, tenant_id uuid)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
  owned cogo.subscriptions := cogo.own_subscription(show_webhook_key.name, show_webhook_key.tenant_id);
begin
  if owned.kind <> 'webhook' then
    perform cogo.refuse_argument('name', 'it names no webhook');
  end if;
  if coalesce(show_webhook_key.rotate, false) then
    if owned.key_version >= 32767 then
      perform cogo.refuse_argument('rotate', 'its keys are used up; subscribe anew');
    end if;
    owned.key_version := owned.key_version + 1;
    owned.previous_key_until := cogo.now_() + interval '1 day';
  elsif owned.shown_version >= owned.key_version then
    raise sqlstate 'PT409' using
      message = format('Cannot show the secret of %s: it was shown before', owned.name),
      detail = 'secret_already_shown',
      hint = 'Rotate it to get a new one; both sign for a day.';
  end if;
  update cogo.subscriptions as webhook
  set key_version = owned.key_version, shown_version = owned.key_version, previous_key_until = owned.previous_key_until
  where webhook.id = owned.id;
  return jsonb_build_object(
    'subscription_id', cogo.uuid_v7(owned.created_at, owned.id), 'name', owned.name, 'key_version', owned.key_version,
    'previous_key_until', owned.previous_key_until
  );
end;
$$;

comment on function cogo.show_webhook_key(text, boolean, uuid) is
  'Notes that the signing secret of a webhook is shown to its owner, once for each version. The secret itself is derived by the events function.';

revoke execute on function cogo.show_webhook_key(text, boolean, uuid) from public;
grant execute on function cogo.show_webhook_key(text, boolean, uuid) to authenticated, service_role;
