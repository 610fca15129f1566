create function cogo.list_dead_letters(
  only_stage text, only_reason text, type_prefix text, since timestamptz, only_state text, page text, row_limit integer
)
returns table (
  job_id bigint, tenant_id uuid, type text, stage text, reason text, state text, attempt integer, message text,
  dead_at timestamptz, redriven_job_id bigint, discarded_at timestamptz, discarded_by text, discard_reason text, next_page text
)
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  tenant uuid := cogo.caller_tenant();
  place text[] := regexp_match(list_dead_letters.page, '^(\d{1,17})-(\d{1,18})$');
  before_at timestamptz;
  before_id bigint := coalesce(place[2]::bigint, 0);
  from_time timestamptz := coalesce(list_dead_letters.since, '-infinity');
  told bigint;
begin
  perform cogo.check_stage_and_reason(list_dead_letters.only_stage, list_dead_letters.only_reason);
  if (list_dead_letters.only_state in ('open', 'redriven', 'discarded')) is false then
    perform cogo.refuse_argument('only_state', 'it must be open, redriven or discarded');
  end if;
  if list_dead_letters.row_limit is null or list_dead_letters.row_limit not between 1 and 1000 then
    perform cogo.refuse_argument('row_limit', 'it must be 1 to 1000');
  end if;
  if list_dead_letters.page is not null and place is null then
    perform cogo.refuse_argument('page', 'it must be the next_page of a row');
  end if;
  before_at := case when place is null then 'infinity' else timestamptz 'epoch' + place[1]::bigint * interval '1 microsecond' end;

  return query
  select
    letter.job_id, letter.tenant_id, job.type, letter.stage, letter.reason, cogo.letter_state(letter), letter.attempt::integer,
    left(letter.error ->> 'message', 300), letter.dead_at, letter.redriven_job_id, letter.discarded_at, letter.discarded_by,
    letter.discard_reason, cogo.letter_page(letter)
  from (
    -- A tenant's in the order that only its own index has: no row of another is read.
    (
      select * from cogo.dead_letters as newest
      where tenant is null and (newest.dead_at, newest.job_id) < (before_at, before_id) and newest.dead_at >= from_time
      order by newest.dead_at desc, newest.job_id desc
      limit 10000
    )
    union all
    (
      select * from cogo.dead_letters as newest
      where tenant is not null and newest.tenant_id between tenant and tenant
        and (newest.dead_at, newest.job_id) < (before_at, before_id) and newest.dead_at >= from_time
      order by newest.tenant_id, newest.dead_at desc, newest.job_id desc
      limit 10000
    )
  ) as letter
  cross join lateral (select body.type from cogo.jobs as body where body.id = letter.job_id limit 1) as job
  where (only_stage is null or letter.stage = only_stage)
    and (only_reason is null or letter.reason = only_reason)
    and (only_state is null or cogo.letter_state(letter) = only_state)
    and (list_dead_letters.type_prefix is null or starts_with(job.type, list_dead_letters.type_prefix))
  order by letter.dead_at desc, letter.job_id desc
  limit list_dead_letters.row_limit;
  get diagnostics told = row_count;

  -- A short page is the last one, unless the reading was cut: then a lone row says where to go on.
  if told < list_dead_letters.row_limit then
    if tenant is null then
      select cogo.letter_page(last) into next_page from cogo.dead_letters as last
      where (last.dead_at, last.job_id) < (before_at, before_id) and last.dead_at >= from_time
      order by last.dead_at desc, last.job_id desc
      offset 9999 limit 1;
    else
      select cogo.letter_page(last) into next_page from cogo.dead_letters as last
      where last.tenant_id between tenant and tenant
        and (last.dead_at, last.job_id) < (before_at, before_id) and last.dead_at >= from_time
      order by last.tenant_id, last.dead_at desc, last.job_id desc
      offset 9999 limit 1;
    end if;
    if next_page is not null then
      return next;
    end if;
  end if;
end;
$$;

comment on function cogo.list_dead_letters(text, text, text, timestamptz, text, text, integer) is
  'Dead letters, newest first; reads at most 10,000 a call. Errors: bad_argument (400), not_an_agent (401).';

revoke execute on function cogo.list_dead_letters(text, text, text, timestamptz, text, text, integer) from public;
grant execute on function cogo.list_dead_letters(text, text, text, timestamptz, text, text, integer) to authenticated, service_role;
