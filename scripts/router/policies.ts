import { z } from "zod";
import type { RouterCall } from "./project.ts";
import { UsageError } from "./options.ts";

const policy = z.object({
  policy_id: z.number(),
  tenant_id: z.string(),
  name: z.string(),
  version: z.number(),
  algorithm: z.enum(["v1", "v2"]),
  state: z.enum(["draft", "shadow", "canary", "live", "retired"]),
});

/** A routing policy, as far as a comparison names it. */
export type Policy = z.infer<typeof policy>;

const defaultTenant = "00000000-0000-0000-0000-000000000000";

/** Which two are meant: those that were named, else the live one and its only canary or shadow. */
export async function findPolicies(
  call: RouterCall,
  asked: {
    readonly v1?: number | undefined;
    readonly v2?: number | undefined;
    readonly tenant?: string | undefined;
  },
): Promise<readonly [Policy, Policy]> {
  const all = z.array(policy).parse(await call("list_policies", {}));
  const named = (id: number) => {
    const found = all.find(({ policy_id }) => policy_id === id);
    if (found) return found;
    throw new UsageError(`There is no policy ${id}; list_policies shows what there is.`);
  };
  const second = asked.v2 === undefined ? undefined : named(asked.v2);
  const tenant = asked.tenant ?? second?.tenant_id ?? defaultTenant;
  const own = all.filter(({ tenant_id }) => tenant_id === tenant);
  const v1 = asked.v1 === undefined ? own.find(({ state }) => state === "live") : named(asked.v1);
  if (!v1) {
    throw new UsageError(
      "No policy is live, so there is nothing to compare with. The first one needs no report: " +
        "publish_policy(ID, 'live').",
    );
  }
  if (second) return [v1, second];
  const open = own.filter(({ policy_id, state }) =>
    (state === "canary" || state === "shadow") && policy_id !== v1.policy_id
  );
  const [v2] = open;
  if (v2 && open.length === 1) return [v1, v2];
  const names = open.map(({ policy_id, state }) => `${policy_id} (${state})`).join(", ");
  throw new UsageError(
    open.length === 0
      ? "No policy is shadow or canary. Publish one: publish_policy(ID, 'shadow')."
      : `Name one of them with --v2: ${names}.`,
  );
}
