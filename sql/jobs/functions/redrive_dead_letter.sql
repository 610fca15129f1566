create function cogo.redrive_dead_letter(job_id bigint, payload jsonb, delay_seconds double precision)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  tenant uuid := cogo.caller_tenant();
  at timestamptz := cogo.now_();
  letter cogo.dead_letters;
  outcome text;
begin
  if (redrive_dead_letter.delay_seconds between 0 and 315360000) is not true then
    perform cogo.refuse_argument('delay_seconds', 'it must be 0 to 315360000');
  end if;
  select * into letter from cogo.dead_letters as known
  where known.job_id = redrive_dead_letter.job_id and (tenant is null or known.tenant_id = tenant)
  for update;
  if letter.job_id is null then
    perform cogo.raise_dead_letter_not_found(redrive_dead_letter.job_id);
  end if;

  outcome := case
    when letter.discarded_at is not null then 'discarded'
    when letter.redriven_job_id is not null then 'already_redriven'
    else 'redriven'
  end;
  if outcome = 'redriven' then
    if redrive_dead_letter.payload is not null then
      perform cogo.check_edited_payload(letter.job_id, redrive_dead_letter.payload);
    end if;
    letter.redriven_job_id := (cogo.redrive_jobs(
      array[letter.job_id], array[redrive_dead_letter.payload],
      array[at + make_interval(secs => redrive_dead_letter.delay_seconds)], tenant, at
    ))[1];
  end if;
  return jsonb_build_object('dead_job_id', letter.job_id, 'job_id', letter.redriven_job_id, 'outcome', outcome);
end;
$$;

comment on function cogo.redrive_dead_letter(bigint, jsonb, double precision) is
  'Makes a new job of one dead letter, with an edited payload where one is given; the dead job stays as it was. Errors: bad_argument (400), dead_letter_not_found (404), payload_too_large (413), schema_mismatch (422).';

revoke execute on function cogo.redrive_dead_letter(bigint, jsonb, double precision) from public;
grant execute on function cogo.redrive_dead_letter(bigint, jsonb, double precision) to authenticated, service_role;
