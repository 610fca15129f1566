select plan(5);

select tests.as_operator();
create temporary table held on commit drop as select * from tests.hold();
select api.put_artifact(job_id, fence, 'a.log', 'text/plain', 1, repeat('a', 64)) from held;
select tests.as_owner();
select tests.lives_clean();

select tests.verify_tells($$update cogo.artifacts set job_id = job_id + 1000$$, 'an artifact of a job goes with it and is its tenant''s', 'a file of no job');
select tests.verify_tells($$update cogo.artifacts set location = 'local:bbbbbbbb-bbbb-4bbb-8bbb-bbbbbbbbbbbb/' || sha256$$, 'bytes lie in the folder of their tenant', 'a file in another tenant''s folder');
select tests.verify_tells($$insert into cogo.artifact_sweeps select location, cogo.now_() from cogo.artifacts$$, 'what is being swept has no row', 'a file that is being deleted');
select tests.verify_tells($$delete from cogo.artifact_rounds$$, 'where artifacts are kept, sweeps are planned', 'files that nobody sweeps');

select * from finish();
