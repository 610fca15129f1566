create function cogo.take_message_keys(messages jsonb, tenants uuid[], ids uuid[], at timestamptz)
returns uuid[]
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  keyed record;
  found_keys record;
begin
  select
    array_agg(item.ordinal) as ordinals,
    array_agg(cogo.short_hash(format(
      'idem_evt:%s:%s:%s', take_message_keys.tenants[item.ordinal::integer],
      coalesce(item.message ->> 'stream', item.message ->> 'type'), item.message ->> 'event_id'
    ))) as hashes,
    array_agg(cogo.short_hash((
      jsonb_strip_nulls(item.message - array['payload', 'correlation_id', 'cause', 'traceparent', 'tenant_id'])
      || jsonb_build_object('payload', coalesce(item.message -> 'payload', '{}'))
    )::text)) as bodies
  into keyed
  from jsonb_array_elements(take_message_keys.messages) with ordinality as item (message, ordinal)
  where item.message ->> 'event_id' is not null;

  -- In hash order, so two batches that share keys wait for each other instead of locking each other out.
  insert into cogo.message_keys as kept (hash, body_hash, message_id, expires_at)
  select distinct on (item.hash)
    item.hash, item.body, take_message_keys.ids[item.ordinal::integer], take_message_keys.at + interval '30 days'
  from unnest(keyed.ordinals, keyed.hashes, keyed.bodies) as item (ordinal, hash, body)
  order by item.hash, item.ordinal
  on conflict (hash) do update
    set body_hash = excluded.body_hash, message_id = excluded.message_id, expires_at = excluded.expires_at
    where kept.expires_at < take_message_keys.at;

  select
    array_agg(coalesce(kept.message_id, given.id) order by given.ordinal) as first_ids,
    min(given.ordinal) filter (where kept.body_hash <> item.body) as clash
  into found_keys
  from unnest(take_message_keys.ids) with ordinality as given (id, ordinal)
  left join unnest(keyed.ordinals, keyed.hashes, keyed.bodies) as item (ordinal, hash, body) on item.ordinal = given.ordinal
  left join cogo.message_keys as kept on kept.hash = item.hash;
  if found_keys.clash is not null then
    raise sqlstate 'PT409' using
      message = format(
        'Cannot publish messages[%s]: its event_id belongs to message %s, which has another body',
        found_keys.clash - 1, found_keys.first_ids[found_keys.clash::integer]
      ),
      detail = 'idempotency_conflict',
      hint = 'Use a new event_id for a new message, or send the first body again to get the first message.';
  end if;
  return found_keys.first_ids;
end;
$$;

comment on function cogo.take_message_keys(jsonb, uuid[], uuid[], timestamptz) is
  'Takes the keys idem_evt:<tenant>:<stream>:<event_id> of a batch; the stream is the type unless given. Answers per message the id it has: its own when new, the first one''s when repeated. Errors: idempotency_conflict (409).';

revoke execute on function cogo.take_message_keys(jsonb, uuid[], uuid[], timestamptz) from public;
