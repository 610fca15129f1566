create function cogo.fold_outcomes()
returns integer
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  notes cogo.outcome_notes[];
  note cogo.outcome_notes;
  health cogo.provider_health;
begin
  -- Who came back gets twice its share at each tick. First: who comes back in this one begins with its tenth.
  update cogo.provider_health as known
  set share = least(known.share * 2, 100), trips = case when known.share >= 50 then 0 else known.trips end
  where known.state = 'closed' and known.share < 100;
  with taken as (
    delete from cogo.outcome_notes as known
    where known.note_id in (select oldest.note_id from cogo.outcome_notes as oldest order by oldest.note_id limit 20000)
    returning known.*
  )
  select array_agg(taken::cogo.outcome_notes order by model_id, note_id) into notes from taken;
  notes := coalesce(notes, '{}');
  perform cogo.fold_key_outcomes(notes);
  perform cogo.fold_minutes(notes);

  foreach note in array notes loop
    continue when cogo.outcome_kind(note.status, note.http_status) not in ('failed', 'succeeded');
    if health.model_id is distinct from note.model_id then
      perform cogo.save_health(health);
      select known.* into health from cogo.provider_health as known where known.model_id = note.model_id for update;
      if not found then
        continue when not exists (select from cogo.llm_models as model where model.model_id = note.model_id);
        insert into cogo.provider_health (model_id, changed_at) values (note.model_id, note.at) returning * into health;
      end if;
    end if;
    health := cogo.judge_outcome(health, note);
  end loop;
  perform cogo.save_health(health);
  return cardinality(notes);
end;
$$;

comment on function cogo.fold_outcomes() is
  'Folds what callers told since the last time into health of models and keys. To be called by one at a time. Answers how many.';

revoke execute on function cogo.fold_outcomes() from public;
