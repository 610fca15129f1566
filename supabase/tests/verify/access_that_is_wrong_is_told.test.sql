select plan(9);

select tests.as_operator();
select api.create_tenant('One', '11111111-1111-1111-1111-111111111111');
select api.create_agent('Mail', '{jobs:read}', '11111111-1111-1111-1111-111111111111', agent_id => 'dddddddd-0000-0000-0000-000000000001');
select api.issue_credential('dddddddd-0000-0000-0000-000000000001');
select api.add_member('aaaaaaaa-0000-0000-0000-000000000001', 'owner', '11111111-1111-1111-1111-111111111111');
select api.add_signing_key('{"kty": "EC", "crv": "P-256", "x": "x", "y": "y", "kid": "a"}');
select api.promote_signing_key('a');
select tests.as_owner();
select tests.lives_clean();

select tests.verify_tells($$update cogo.agents set state = 'revoked', revoked_at = cogo.now_()$$, 'a revoked agent is refused', 'an agent revoked by hand alone');
select tests.verify_tells($$insert into cogo.revocations select tenant_id, agent_id, 'agent', cogo.now_() from cogo.agents$$, 'a revoked agent is refused', 'an active one that is refused');
select tests.verify_tells($$update cogo.tenants set state = 'suspended'$$, 'a tenant that is not active is refused', 'a tenant suspended by hand alone');
select tests.verify_tells($$insert into cogo.revocations select tenant_id, user_id, 'member', cogo.now_() from cogo.members$$, 'a member is not refused', 'a member that is refused');
select tests.verify_tells($$update cogo.agents set state = 'revoked', revoked_at = cogo.now_()$$, 'a revoked agent has nothing to get tokens by', 'a secret that still holds');
select tests.verify_tells($$update cogo.agents set scopes = '{root}'$$, 'an agent has scopes that there are', 'an unknown scope');
select tests.verify_tells($$update cogo.signing_keys set state = 'previous'$$, 'a key signs once another has', 'no key in use');
select tests.verify_tells($$insert into cogo.members values ('11111111-1111-1111-1111-111111111111', 'bbbbbbbb-0000-0000-0000-000000000001', 'owner', cogo.now_(), cogo.now_())$$, 'who was let in is in the audit', 'a member that nobody added');

select * from finish();
