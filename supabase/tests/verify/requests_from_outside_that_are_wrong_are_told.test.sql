select plan(4);

select tests.as_operator();
select api.ingress_enqueue('{"type": "demo.echo"}', 'https://example.com/in');
select api.ingress_enqueue('{"type": "demo.echo"}', 'https://example.com/in');
select tests.as_owner();
select cogo.tell_callbacks(0, cogo.now_());
select cogo.cancel_jobs(array(select id from cogo.jobs order by id limit 1), false, null);
select tests.lives_clean();

select tests.verify_tells($$update cogo.ingress_callbacks set job_id = job_id + 1000$$, 'a callback waits for a job that is there', 'a callback of no job');
select tests.verify_tells($$update cogo.ingress_cursor set read_id = (select max(id) from cogo.events)$$, 'the end of a job is told to its callback', 'a cursor that went too far');
select tests.verify_tells($$insert into cogo.inbound_deliveries values (gen_random_uuid(), cogo.now_())$$, 'a delivery has its job', 'a delivery without a job');

select * from finish();
