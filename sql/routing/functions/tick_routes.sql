create function cogo.tick_routes()
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  at timestamptz := cogo.now_();
  folded integer;
  snapshot bigint;
  mark text;
  lists integer := 0;
begin
  if not pg_try_advisory_xact_lock(hashtextextended('cogo.refresh_lists', 0)) then
    return '{"busy": true}'::jsonb;
  end if;
  folded := cogo.fold_outcomes();
  perform cogo.serve_default(at);
  snapshot := cogo.publish_snapshot(at);
  mark := cogo.catalogue_mark(at);
  if exists (select from cogo.routing_clock as clock where clock.catalogue_mark <> mark) then
    lists := cogo.refresh_lists(at);
    update cogo.routing_clock as clock set catalogue_mark = mark;
  end if;
  return jsonb_build_object('folded', folded, 'snapshot', snapshot, 'lists', lists, 'filled', cogo.fill_lists(snapshot));
end;
$$;

comment on function cogo.tick_routes() is
  'One round of health, every 5 s: folds outcomes, publishes a snapshot if something changed, makes lists anew where the catalogue did.';

revoke execute on function cogo.tick_routes() from public;
grant execute on function cogo.tick_routes() to service_role;
