import assert from "@std/assert";
import { send } from "./send.ts";
import { channelOf, example, extreme } from "./stand_ins/examples.ts";
import { openSmtp, smtpUser } from "./stand_ins/smtp.ts";

const channel = channelOf("email", {
  to: ["a@acme.example", "b@acme.example"],
  from: "Ops <ops@acme.example>",
});
const codes: Record<string, number> = { "later@acme.example": 450, "never@acme.example": 550 };
const to = (...addresses: string[]) => channelOf("email", { to: addresses });

Deno.test("email: text and HTML reach a mail server, threaded, under one id for every try", async () => {
  const smtp = await openSmtp((address) => codes[address]);
  const sendWith = (
    url: string,
    ...[one, notification = example()]: [typeof channel, ReturnType<typeof example>?]
  ) => send(one, notification, { readSecret: () => url, timeoutMs: 5000 });
  try {
    assert.equal(await sendWith(smtp.url, channel), "mailed");
    await sendWith(smtp.url, channel);
    await sendWith(smtp.url, channel, extreme);
    const [first, second] = smtp.taken;
    assert.deepEqual(first!.to, ["a@acme.example", "b@acme.example"]);
    for (
      const part of [
        /^Subject: \[critical\] Wait p95 is over 5 s/m,
        /multipart\/alternative/,
        /<h1/,
        /^References: </m,
      ]
    ) {
      assert.match(first!.raw, part);
    }
    const idOf = (raw: string) => /^Message-ID: (.+)$/im.exec(raw)?.[1];
    assert.equal(idOf(first!.raw), idOf(second!.raw));

    await assert.rejects(sendWith(smtp.url, to("later@acme.example")), { isTransient: true });
    await assert.rejects(sendWith(smtp.url, to("never@acme.example")), { isTransient: false });
    assert.match(
      await sendWith(smtp.url, to("never@acme.example", "a@acme.example")),
      /not to 1 refused/,
    );

    const wrong = smtp.url.replace(smtpUser.pass, "a-wrong-password-of-mine");
    await assert.rejects(sendWith(wrong, channel), (thrown: Error & { isTransient: boolean }) => {
      assert.equal(thrown.isTransient, false);
      assert.doesNotMatch(thrown.message, /a-wrong-password-of-mine/);
      return true;
    });
    await assert.rejects(sendWith("https://example.com", channel), { isTransient: false });
  } finally {
    await smtp.close();
  }
  await assert.rejects(sendWith(smtp.url, channel), { isTransient: true });
});
