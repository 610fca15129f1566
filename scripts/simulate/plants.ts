/** A bug that is put into the simulated engine to see that it is found. */
export type Plant = keyof typeof plants;

const endClaimHolds = "bigint, bigint[], text[], jsonb[], jsonb[], timestamptz";

/** The bugs, each as the SQL that replaces a part of the engine. */
export const plants = {
  /** Whoever settles a job ends it, whichever fence it names. */
  fence: `
    do $do$ begin
      execute replace(
        pg_get_functiondef('cogo.end_claim_holds(${endClaimHolds})'::regprocedure), 'end_claim_holds', 'end_claim_holds_checked'
      );
    end $do$;
    create or replace function cogo.end_claim_holds(
      claim_fence bigint, job_ids bigint[], outcomes text[], errors jsonb[], results jsonb[], at timestamptz
    )
    returns table (job_id bigint, fence bigint, attempt smallint, worker text, was_running boolean, outcome text)
    language plpgsql security definer set search_path = '' as $plant$
    #variable_conflict use_column
    declare
      holder bigint;
    begin
      for holder in select distinct held.fence from cogo.held where held.job_id = any(end_claim_holds.job_ids) loop
        return query select ended.job_id, end_claim_holds.claim_fence, ended.attempt, ended.worker, ended.was_running, ended.outcome
        from cogo.end_claim_holds_checked(
          holder, end_claim_holds.job_ids, end_claim_holds.outcomes, end_claim_holds.errors, end_claim_holds.results,
          end_claim_holds.at
        ) as ended;
      end loop;
    end;
    $plant$;`,
  /** A permit that was given back is counted as two free ones. */
  permit: `
    create table tests.given_back (limit_hash uuid primary key);
    do $do$ begin
      execute replace(
        pg_get_functiondef('cogo.release_permits(uuid[], uuid[], timestamptz)'::regprocedure), 'release_permits', 'release_permits_once'
      );
      execute replace(
        pg_get_functiondef('cogo.count_permits(uuid[], text[], uuid[], uuid[])'::regprocedure), 'count_permits', 'count_permits_once'
      );
    end $do$;
    create or replace function cogo.release_permits(hashes uuid[], sleep_hashes uuid[], at timestamptz) returns void
    language plpgsql security definer set search_path = '' as $plant$
    begin
      insert into tests.given_back select distinct hash from unnest(release_permits.hashes) as given (hash) where hash is not null
      on conflict do nothing;
      perform cogo.release_permits_once(release_permits.hashes || release_permits.hashes, release_permits.sleep_hashes, release_permits.at);
    end;
    $plant$;
    create or replace function cogo.count_permits(hashes uuid[], scopes text[], mine uuid[], taken uuid[])
    returns table (ordinal integer, locked boolean, running integer, due_at timestamptz, max_running integer)
    language plpgsql security definer set search_path = '' as $plant$
    #variable_conflict use_column
    begin
      return query select known.ordinal, known.locked,
        known.running - (exists (select from tests.given_back where limit_hash = count_permits.hashes[known.ordinal]))::integer,
        known.due_at, known.max_running
      from cogo.count_permits_once(count_permits.hashes, count_permits.scopes, count_permits.mine, count_permits.taken) as known;
    end;
    $plant$;`,
  /** The first step of a saga is taken for undone before anybody undid it. */
  compensation: `
    do $do$ begin
      execute replace(
        pg_get_functiondef('cogo.compensate_flows(bigint[], timestamptz)'::regprocedure), 'compensate_flows', 'compensate_the_rest'
      );
    end $do$;
    create or replace function cogo.compensate_flows(flow_ids bigint[], at timestamptz) returns void
    language plpgsql security definer set search_path = '' as $plant$
    begin
      update cogo.workflow_steps as begun set follow_up = 'compensated'
      where begun.workflow_id = any(compensate_flows.flow_ids) and begun.step = 0 and begun.follow_up = 'owed';
      perform cogo.compensate_the_rest(compensate_flows.flow_ids, compensate_flows.at);
    end;
    $plant$;`,
} as const;

/** Whether a text names a plant. */
export function isPlant(name: string): name is Plant {
  return Object.hasOwn(plants, name);
}
