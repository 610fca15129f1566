import { exportJWK, generateKeyPair, SignJWT } from "jose";
import { createHash } from "node:crypto";
import type { Sql } from "postgres";
import { allScopes } from "../../../../../functions/_shared/access/scopes.ts";
import { layClockAndFaults } from "../../../../db/clock_and_faults.ts";
import { postgresExecutor } from "../../../../db/executor.ts";
import type { Stack } from "../../../../stack/stack_settings.ts";
import { layGround, plantSide } from "../plant.ts";
import { absentPool, leaveGap, readPool } from "../pools.ts";
import { intruder, type Side, victim } from "../sides.ts";
import type { FunctionPool, Lot } from "./lot.ts";

const grantOf = ({ letter }: Side) => `${letter}-grant-of-the-fuzz`;

/** What only functions reach: an inbound hook, a webhook, a callback, an artifact, a key and a grant for it. */
async function plantFunctions(owner: Sql, who: Side): Promise<void> {
  const { letter, tenant, agent, mark } = who;
  const hash = createHash("sha256").update(grantOf(who)).digest("hex");
  await owner.unsafe(`
    select tests.as_operator();
    select api.set_inbound_hook('${letter}-hook', 'standard', 'fuzz.job', tenant_id => '${tenant}');
    select tests.as_agent('${tenant}', '${agent}');
    select api.subscribe('${letter}-web', '{tenant.${tenant}.never.>}', 'webhook', 'https://${mark}.example/in');
    select api.ingress_enqueue('{"type": "fuzz.job", "payload": {"says": "${mark}"}}', 'https://${mark}.example/end');
    select tests.as_owner();
    select tests.route_key('one', '${tenant}');
    insert into cogo.artifacts (tenant_id, job_id, name, kind, media_type, size_bytes, sha256, location)
    select '${tenant}', max(job.id), '${letter}.log', 'log', 'text/plain', 1, '${hash}', 'local:${tenant}/${hash}'
    from cogo.jobs as job where job.tenant_id = '${tenant}';
    insert into cogo.reservations (decision_id, attempt, tenant_id, agent_id, model_id, key_id,
      estimate_nano, grant_hash, grant_expires_at, expires_at, created_at)
    select gen_random_uuid(), 1, '${tenant}', '${agent}', (select model_id from cogo.llm_models limit 1), key.key_id,
      1, '\\x${hash}', cogo.now_() + interval '1 hour', cogo.now_() + interval '2 hours', cogo.now_()
    from cogo.secure_keys as key where key.tenant_id = '${tenant}' limit 1`);
}

async function poolOf(owner: Sql, who: Side): Promise<FunctionPool> {
  const pool = await readPool(owner, who);
  const ids = await owner`
    select cogo.uuid_v7(created_at, id) as id from cogo.jobs where tenant_id = ${who.tenant} order by id`;
  const hooks = [`${who.letter}-hook`, `${who.letter}-web`];
  const publicIds = ids.map(({ id }) => String(id));
  const uuids = { ...pool.uuids, publicIds };
  return {
    ...pool,
    uuids,
    publicIds,
    hooks,
    names: [...pool.names, ...hooks],
    grants: [grantOf(who)],
  };
}

const absentFrom = (pool: FunctionPool): FunctionPool => {
  const absent = absentPool(pool);
  const renamed = (name: string) => name.replace(/^./, "q");
  return {
    ...absent,
    publicIds: absent.uuids["publicIds"] ?? [],
    hooks: pool.hooks.map(renamed),
    grants: pool.grants.map(renamed),
  };
};

/** Two tenants on a stack, each with a thing of each kind. */
export interface FunctionGround {
  readonly pool: FunctionPool;
  /** Ids that nothing has, of the same form. */
  readonly absent: FunctionPool;
  /** Signs as the intruder's agent does. */
  readonly assertion: Lot["assertion"];
}

/** Lays both tenants, and limits that no fuzz reaches. */
export async function layFunctionGround(owner: Sql, stack: Stack): Promise<FunctionGround> {
  await layClockAndFaults(postgresExecutor(owner));
  await layGround(owner);
  // Functions know what time it is.
  await owner`select tests.freeze_clock(clock_timestamp()), tests.as_operator()`;
  for (const scope of ["key", "tenant"]) {
    await owner`select api.set_ingress_limit(${scope}, 1000000, 60)`;
  }
  await owner`select api.set_ingress_limit('queue', 1000000, 5)`;
  for (const side of [victim, intruder]) {
    await plantSide(owner, side);
    await plantFunctions(owner, side);
  }
  const { privateKey, publicKey } = await generateKeyPair("ES256");
  const jwk = { ...await exportJWK(publicKey), kid: "b-kid" };
  await owner`select tests.as_operator()`;
  await owner`select api.update_agent(${intruder.agent}, scopes => ${[...allScopes]})`;
  await owner`select api.add_agent_key(${intruder.agent}, ${owner.json(jwk as never)})`;
  await owner`select tests.as_owner()`;
  await leaveGap(owner);
  const pool = await poolOf(owner, victim);
  const aud = `${stack.file.url}/functions/v1/agent-token`;
  return {
    pool,
    absent: absentFrom(pool),
    assertion: (agentId, kid) =>
      new SignJWT({ jti: crypto.randomUUID() }).setProtectedHeader({ alg: "ES256", kid })
        .setIssuer(agentId).setSubject(agentId).setAudience(aud)
        .setIssuedAt().setExpirationTime("60s").sign(privateKey),
  };
}
