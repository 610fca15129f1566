select plan(3);

select tests.as_agent('00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-0000000000a1');
create temporary table asked on commit drop as
  select array_agg((api.request('ask.much') ->> 'job_id')::bigint order by nth) as job_ids from generate_series(1, 12) as nth;
create temporary table hold on commit drop as select * from api.claim_jobs('worker', 20, start => true);
select count(*) from hold, api.complete_jobs(tests.item(hold.job_id, hold.fence, jsonb_build_object('result', repeat('x', 250000))));
create temporary table told on commit drop as
  select array_agg((reply ->> 'job_id')::bigint) as job_ids
  from asked, jsonb_array_elements(api.get_replies(asked.job_ids) -> 'replies') as reply;
select is((select told.job_ids from told), (select asked.job_ids[1:8] from asked), 'as many as fit into 2 MB, in order');
select is(
  (select jsonb_array_length(api.get_replies(asked.job_ids[9:]) -> 'replies') from asked), 4, 'the rest when asked again'
);
select is(
  (select api.get_replies(asked.job_ids[12:]) #>> '{replies,0,state}' from asked), 'replied', 'one always fits'
);

select * from finish();
