create view cogo.key_overview with (security_invoker = true) as
select
  known.key_id,
  known.tenant_id,
  known.provider,
  known.alias,
  known.service,
  known.region,
  known.env,
  known.version,
  known.state,
  case
    when known.state not in ('active', 'retiring') then 'not in use'
    when known.expires_at <= cogo.now_() then 'expired'
    when health.state = 'dead' then 'refused by its provider'
    when health.state = 'throttled' and health.until > cogo.now_() then 'throttled by its provider'
    when known.rotate_after <= cogo.now_() then 'rotation is due'
    else 'fine'
  end as condition,
  '…' || known.last4 as ends_with,
  known.shared,
  known.kek_id,
  known.last_used_at,
  known.expires_at,
  known.rotate_after,
  known.created_at
from cogo.secure_keys as known
left join cogo.key_health as health on health.key_id = known.key_id;

comment on view cogo.key_overview is
  'What may be shown of provider keys, for people. The keys themselves are sealed, and no page of Studio can open one.';
comment on column cogo.key_overview.key_id is 'The id of this version.';
comment on column cogo.key_overview.tenant_id is 'Whose key it is; zeros = an operator''s.';
comment on column cogo.key_overview.provider is 'Whom it opens.';
comment on column cogo.key_overview.alias is 'Tells several keys for one provider apart.';
comment on column cogo.key_overview.service is 'chat, embeddings, or * for all.';
comment on column cogo.key_overview.region is 'A region, or * for all.';
comment on column cogo.key_overview.env is 'The APP_ENV that it belongs to.';
comment on column cogo.key_overview.version is 'Grows with each rotation.';
comment on column cogo.key_overview.state is 'next, active, retiring, revoked or shredded.';
comment on column cogo.key_overview.condition is 'Whether calls can use it now, and if not, why.';
comment on column cogo.key_overview.ends_with is 'Its last characters, to be compared with the provider''s page.';
comment on column cogo.key_overview.shared is 'Whether other tenants'' calls may use it.';
comment on column cogo.key_overview.kek_id is 'The key by which it is sealed.';
comment on column cogo.key_overview.last_used_at is 'To the minute.';
comment on column cogo.key_overview.expires_at is 'When it ends by itself; null = never.';
comment on column cogo.key_overview.rotate_after is 'When it should be rotated; null = nobody said.';
comment on column cogo.key_overview.created_at is 'When this version was kept.';
