create view cogo.dead_letter_overview with (security_invoker = true) as
select
  letter.job_id,
  letter.tenant_id,
  job.type,
  case
    when letter.redriven_job_id is not null then 'redriven'
    when letter.discarded_at is not null then 'discarded'
    else 'open'
  end as state,
  letter.stage,
  letter.reason,
  letter.error ->> 'message' as error,
  letter.attempt::integer as attempt,
  date_trunc('second', clock.at - letter.dead_at) as age,
  lane.executor,
  letter.redriven_job_id,
  letter.discarded_by,
  letter.discard_reason,
  letter.dead_at
from cogo.dead_letters as letter
-- A volatile function among the columns would keep a page from going by the index.
cross join (select cogo.now_() as at) as clock
join cogo.jobs as job on job.id = letter.job_id
join cogo.lanes as lane on lane.lane_id = job.lane_id;

comment on view cogo.dead_letter_overview is
  'Jobs that failed for good, for people. Sort by dead_at: it goes by an index. select api.redrive_dead_letter(job_id) tries one again.';
comment on column cogo.dead_letter_overview.job_id is 'The job that failed; its payload is in cogo.jobs.';
comment on column cogo.dead_letter_overview.tenant_id is 'Whose job it was; zeros = an operator''s.';
comment on column cogo.dead_letter_overview.type is 'What it was to do.';
comment on column cogo.dead_letter_overview.state is 'open: nobody has dealt with it. redriven: a new job was made of it. discarded: somebody closed it.';
comment on column cogo.dead_letter_overview.stage is 'How far it came: input, fetch, exec, output or commit.';
comment on column cogo.dead_letter_overview.reason is 'Why, as a word: docs/guides/dead-letters.md.';
comment on column cogo.dead_letter_overview.error is 'What the last try said.';
comment on column cogo.dead_letter_overview.attempt is 'Which try was the last.';
comment on column cogo.dead_letter_overview.age is 'How long it has been dead.';
comment on column cogo.dead_letter_overview.executor is 'Whose work it was.';
comment on column cogo.dead_letter_overview.redriven_job_id is 'The job that was made of it.';
comment on column cogo.dead_letter_overview.discarded_by is 'agent <id>, or operator.';
comment on column cogo.dead_letter_overview.discard_reason is 'Why it was closed, in their words.';
comment on column cogo.dead_letter_overview.dead_at is 'When it failed for good.';
