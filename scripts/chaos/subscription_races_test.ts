import assert from "@std/assert";
import type { Sql } from "postgres";
import { deliverWebhooks } from "../../functions/_shared/events/deliver_webhooks.ts";
import { openArena, openSession } from "./arena.ts";
import { pause, seededRandom } from "./random.ts";
import { ack, poll, publish, senderCalls, told } from "./subscription_calls.ts";

const publishers = 4;
const each = 60;
const random = seededRandom(11);

Deno.test("subscriptions race their publishers and each other", async (t) => {
  const arena = await openArena(publishers + 3);
  const { owner, sessions } = arena;
  try {
    await t.step("an older transaction that is open holds back what came after it", async () => {
      await sessions[0]!`select api.subscribe('older', '{>}')`;
      const open = await openSession(arena.url);
      await open`begin`;
      await open`select api.publish('[{"type": "race.first"}]')`;
      await sessions[1]!`select api.publish('[{"type": "race.second"}]')`;
      const read = async () => {
        const [row] = await sessions[2]!`select api.poll_subscription('older', 'c') as batch`;
        return (row!.batch.messages as { message: { type: string } }[]).map((one) =>
          one.message.type
        );
      };
      for (let look = 0; look < 3; look++) assert.deepEqual(await read(), []);
      await open`commit`;
      await open.end();
      let types: string[] = [];
      for (let look = 0; look < 50 && types.length === 0; look++) types = await read();
      assert.deepEqual(types, ["race.first", "race.second"]);
    });

    await t.step("each message is acknowledged once and in order, whoever dies", async () => {
      await owner`select api.subscribe(
        'race', '{tenant.*.agent.*.race.told}', lease_seconds => 5, max_attempts => 100)`;
      const acked: { fence: number; messages: [number, number][] }[] = [];
      const count = () => acked.reduce((sum, one) => sum + one.messages.length, 0);
      let published = false;
      const end = Date.now() + 20_000;
      const consume = async (sql: Sql, consumer: string) => {
        while (!published || count() < publishers * each) {
          if (Date.now() > end) {
            const [reader] = await sql`select api.list_subscriptions() as all`;
            throw new Error(`${count()} after 20 s: ${JSON.stringify(reader)}`);
          }
          const { fence, messages } = await poll(sql, consumer);
          if (fence === null) {
            await pause(5);
            continue;
          }
          const fate = random.next();
          if (fate < 0.3) {
            await arena.moveClock("6 seconds"); // its lease ends with the batch in hand
            if (fate < 0.1) continue; // killed: nothing is heard of it any more
            await pause(random.between(0, 30)); // only slow: somebody else may have the batch by now
          }
          if (await ack(sql, fence) === "acked") {
            acked.push({ fence, messages: messages.map(told) });
          }
        }
      };
      await Promise.all([
        Promise.all(sessions.slice(0, publishers).map((sql, at) => publish(sql, at, each, random)))
          .then(() => published = true),
        ...sessions.slice(publishers).map((sql, nth) => consume(sql, `consumer-${nth}`)),
      ]);
      acked.sort((one, other) => one.fence - other.fence);
      const all = acked.flatMap(({ messages }) => messages);
      assert.equal(all.length, publishers * each);
      assert.equal(new Set(all.map(String)).size, publishers * each, "each once");
      assert.ok(acked.at(-1)!.fence > acked.length, "nobody lost a batch");
      for (let publisher = 0; publisher < publishers; publisher++) {
        const order = all.filter(([from]) => from === publisher).map(([, nth]) => nth);
        assert.deepEqual(order, Array.from({ length: each }, (_, nth) => nth), "in order");
      }
      await arena.demandHealthy();
    });

    await t.step("four senders give each message to a webhook, in order", async () => {
      const ids: string[] = [];
      const receiver = Deno.serve(
        { port: 0, hostname: "127.0.0.1", onListen: () => {} },
        async (one) => {
          await one.text();
          ids.push(one.headers.get("webhook-id")!);
          return new Response(null, { status: 204 });
        },
      );
      const url = `http://127.0.0.1:${receiver.addr.port}/`;
      await owner`select api.subscribe('hook', '{>}', 'webhook', ${url}, start => 'beginning')`;
      const options = { signingKey: "the key of the race test", allowLoopback: true };
      for (let round = 0; round < 20 && ids.length < publishers * each + 2; round++) {
        await Promise.all(
          sessions.slice(0, 4).map((sql) => deliverWebhooks(senderCalls(sql), options)),
        );
      }
      await receiver.shutdown();
      assert.equal(ids.length, publishers * each + 2);
      const number = (id: string) => parseInt(id.replaceAll("-", "").slice(18, 26), 16);
      assert.deepEqual(ids, ids.toSorted((one, other) => number(one) - number(other)));
      await arena.demandHealthy();
    });
  } finally {
    await arena.close();
  }
});
