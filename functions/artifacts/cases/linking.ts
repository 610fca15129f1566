import assert from "@std/assert";
import { createHmac } from "node:crypto";
import { signLink } from "../../_shared/artifacts/link_signature.ts";
import { agentClaims } from "../../../scripts/stack/test_stack.ts";
import { agentOf, ask, type Case, hold, linkTo, operatorOf, put } from "./calls.ts";

/** Signed links. */
export const linkingCases: Case[] = [
  ["a link opens without a token, for its artifact and until it expires", async (stack) => {
    const agent = await agentOf(stack);
    const held = await hold(stack, agent);
    const [one, two] = await Promise.all(
      ["one", "two"].map((text) => put(stack, agent, held, `${text}.txt`, text)),
    );
    const link = await linkTo(stack, agent, one!.body.artifact_id);
    assert.equal((await ask(stack, "GET", link)).body, "one");
    const at = new URL(link);
    const life = Number(at.searchParams.get("expires")) - Date.now() / 1000;
    assert.ok(life > 590 && life <= 600, "ten minutes");

    const other = link.replace(one!.body.artifact_id, two!.body.artifact_id);
    const later = new URL(link);
    later.searchParams.set("expires", String(Number(at.searchParams.get("expires")) + 1));
    const signature = at.searchParams.get("signature")!;
    const forged = createHmac("sha256", "guess").update(link).digest("base64url");
    const flipped = (signature[0] === "A" ? "B" : "A") + signature.slice(1);
    const answers = new Set<string>();
    for (
      const altered of [
        other,
        later.href,
        link.replace(signature, forged),
        link.replace(signature, flipped),
        link.replace(signature, ""),
        link.replace(signature, `${signature}A`),
        `${link}&expires=9999999999`,
        link.replace(/key=\w+/, "key=00000000"),
        link.replace(/key=\w+&/, ""),
        link.replace(one!.body.artifact_id, crypto.randomUUID()),
        link.replace(one!.body.artifact_id, "nonsense"),
      ]
    ) {
      const { status, body } = await ask(stack, "GET", altered);
      assert.deepEqual([status, body.details], [403, "artifact_link_refused"], altered);
      answers.add(body.message);
    }
    assert.equal(answers.size, 1, "and why is not told");
  }],
  ["an expired link is told to be over", async (stack) => {
    const agent = await agentOf(stack);
    const { body } = await put(stack, agent, await hold(stack, agent), "a.txt", "a");
    const linked = { artifactId: body.artifact_id, sha256: body.sha256 };
    const query = await signLink({ ...linked, expires: Math.floor(Date.now() / 1000) });
    const { status, body: refused } = await ask(stack, "GET", `/${body.artifact_id}?${query}`);
    assert.deepEqual([status, refused.details], [403, "artifact_link_refused"]);
    assert.match(refused.message, /its time is over/);
  }],
  [
    "a hundred in one round trip, in the order asked; more and longer are refused",
    async (stack) => {
      const agent = await agentOf(stack);
      const { body } = await put(stack, agent, await hold(stack, agent), "a.txt", "a");
      const artifact_ids = Array.from({ length: 100 }, () => crypto.randomUUID() as string);
      artifact_ids[42] = body.artifact_id.toUpperCase();
      const links = await ask(stack, "POST", "/links", agent, { artifact_ids });
      assert.equal(links.status, 200);
      assert.deepEqual(
        links.body.map((one: { url: unknown }, at: number) => one.url ? at : -1).filter((
          at: number,
        ) => at >= 0),
        [42],
      );
      for (
        const [asked, status] of [
          [{ artifact_ids: [...artifact_ids, crypto.randomUUID()] }, 400],
          [{ artifact_ids: [] }, 400],
          [{ artifact_ids: ["x"] }, 400],
          [{ artifact_ids, expires_in: 0 }, 400],
          [{ artifact_ids, expires_in: 604_801 }, 400],
          [{ artifact_ids, expires_in: 86_401 }, 403],
          [{ artifact_ids, forever: true }, 400],
        ] as const
      ) assert.equal((await ask(stack, "POST", "/links", agent, asked)).status, status);
      const week = { artifact_ids: [body.artifact_id], expires_in: 604_800 };
      assert.equal((await ask(stack, "POST", "/links", operatorOf(stack), week)).status, 200);
    },
  ],
  ["after a rotation old links open while the previous key is kept", async (stack) => {
    const agent = await agentOf(stack);
    const { body } = await put(stack, agent, await hold(stack, agent), "a.txt", "a");
    const link = await linkTo(stack, agent, body.artifact_id);
    const first = Deno.env.get("ARTIFACT_LINK_KEY")!;
    try {
      Deno.env.set("ARTIFACT_LINK_KEY", "another key of at least 32 characters");
      assert.equal((await ask(stack, "GET", link)).status, 403, "its key is gone");
      Deno.env.set("ARTIFACT_LINK_KEY_PREVIOUS", first);
      assert.equal((await ask(stack, "GET", link)).body, "a");
      const next = await linkTo(stack, agent, body.artifact_id);
      assert.equal((await ask(stack, "GET", next)).body, "a");
      assert.notEqual(new URL(next).searchParams.get("key"), new URL(link).searchParams.get("key"));
    } finally {
      Deno.env.set("ARTIFACT_LINK_KEY", first);
      Deno.env.delete("ARTIFACT_LINK_KEY_PREVIOUS");
    }
  }],
  ["a link is for its bytes: when they are replaced it opens nothing", async (stack) => {
    const agent = await agentOf(stack);
    const held = await hold(stack, agent);
    const { body } = await put(stack, agent, held, "a.txt", "first");
    const link = await linkTo(stack, agent, body.artifact_id);
    const { body: second } = await put(stack, agent, held, "a.txt", "second");
    assert.deepEqual([second.artifact_id, second.outcome], [body.artifact_id, "replaced"]);
    assert.equal((await ask(stack, "GET", link)).status, 403);
  }],
  ["a revoked agent gets no more; a suspended tenant's links are dead at once", async (stack) => {
    const agent = await agentOf(stack);
    const { body } = await put(stack, agent, await hold(stack, agent), "a.txt", "a");
    const link = await linkTo(stack, agent, body.artifact_id);
    const { tenant_id, agent_id } = agentClaims;
    const revoke = (subject: string) =>
      stack.database.executor.query(
        "insert into cogo.revocations (tenant_id, subject_id, kind, revoked_at) values ($1, $2, $3, now())",
        [tenant_id, subject, subject === tenant_id ? "tenant" : "agent"],
      );
    try {
      await revoke(agent_id);
      const refused = await ask(stack, "GET", `/${body.artifact_id}`, agent);
      assert.deepEqual([refused.status, refused.body.details], [403, "agent_revoked"]);
      assert.equal((await ask(stack, "GET", link)).body, "a", "a link is a capability of its own");
      await revoke(tenant_id);
      assert.equal((await ask(stack, "GET", link)).status, 403);
    } finally {
      await stack.database.executor.query("delete from cogo.revocations");
    }
  }],
];
