select plan(6);

select tests.as_operator();
create temporary table made on commit drop as
select enqueued.job_id from api.enqueue_jobs((
  select jsonb_agg(jsonb_build_object('type', 'demo.a', 'traceparent', '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01'))
  from generate_series(1, 300)
)) as enqueued;
select count(*) from api.claim_jobs('worker', 300, start => true);
create temporary table trace on commit drop as select api.show_trace(max(job_id)) as told, max(job_id) as job_id from made;
select is((select jsonb_array_length(told -> 'spans') from trace), 500, '500 spans at most');
select is((select told -> 'is_capped' from trace), 'true', 'and says that there are more');
select is(
  (select count(*)::integer from trace, jsonb_array_elements(told -> 'spans') as span where span #> '{attributes,cogo.job.id}' = to_jsonb(job_id)),
  3, 'the job''s own are among them'
);
select is(
  (select count(*)::integer from trace, jsonb_array_elements(told -> 'spans') as span
    where span ->> 'parent_span_id' is not null
      and not told -> 'spans' @> jsonb_build_array(jsonb_build_object('span_id', span -> 'parent_span_id'))),
  0, 'no span has a parent that is left out'
);
create temporary table few on commit drop as
select enqueued.job_id from api.enqueue_jobs((
  select jsonb_agg(jsonb_build_object('type', 'demo.a', 'traceparent', '00-5bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01'))
  from generate_series(1, 3)
)) as enqueued;
select is((select api.show_trace(job_id) -> 'is_capped' from few limit 1), 'false', 'a small one is whole');
select is((select jsonb_array_length(api.show_trace(job_id) -> 'spans') from few limit 1), 6, 'with all jobs that carry it');

select * from finish();
