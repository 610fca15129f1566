import assert from "@std/assert";
import { decodeJwt } from "jose";
import { type Case, newAgent, rpc } from "./token_calls.ts";

/** People who sign in. */
export const peopleCases: Case[] = [
  [
    "a member's token says tenant, role and scopes, and a removed member is refused",
    async (stack) => {
      const { url, publishable_key } = stack.file;
      const credentials = { email: "ada@example.com", password: "correct horse battery" };
      const sign = async (path: string) => {
        const answer = await fetch(`${url}/auth/v1/${path}`, {
          method: "POST",
          headers: { apikey: publishable_key, "content-type": "application/json" },
          body: JSON.stringify(credentials),
        });
        return await answer.json();
      };
      const { user } = await sign("signup");
      const stranger = (await sign("token?grant_type=password")).access_token;
      assert.equal((await rpc(stack, "list_jobs", {}, stranger)).body.details, "not_an_agent");

      const { tenant_id } = await newAgent(stack);
      const member = { user_id: user.id, role: "owner", tenant_id };
      assert.equal((await rpc(stack, "add_member", member)).status, 200);
      await rpc(stack, "add_member", { ...member, user_id: crypto.randomUUID() });
      const token = (await sign("token?grant_type=password")).access_token;
      const claims = decodeJwt(token);
      assert.deepEqual([claims["tenant_id"], claims["member_role"]], [tenant_id, "owner"]);
      assert.equal((await rpc(stack, "list_jobs", {}, token)).status, 200);
      const made = await rpc(stack, "create_agent", { name: "Hers", scopes: ["jobs:read"] }, token);
      assert.equal(made.body.tenant_id, tenant_id, "an owner makes an agent of its tenant");

      assert.equal((await rpc(stack, "remove_member", { user_id: user.id, tenant_id })).body, true);
      const next = await rpc(stack, "list_jobs", {}, token);
      assert.deepEqual([next.status, next.body.details], [403, "agent_revoked"]);
      const refused = await rpc(stack, "list_agents", {}, token);
      assert.equal(refused.body.details, "owners_only");
    },
  ],
];
