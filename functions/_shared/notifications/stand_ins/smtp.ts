import { Buffer } from "node:buffer";
import { SMTPServer } from "smtp-server";

/** A mail that the server took. */
export interface TakenMail {
  readonly from: string;
  readonly to: readonly string[];
  /** The message as it came, headers first. */
  readonly raw: string;
}

/** What the server knows its user by. */
export const smtpUser = { user: "ops", pass: "the-password-of-the-stand-in" };

/** A mail server on this machine; `refuse` answers an SMTP code for a recipient, or nothing. */
export async function openSmtp(refuse: (to: string) => number | undefined = () => undefined) {
  const taken: TakenMail[] = [];
  const failure = (text: string, responseCode: number) =>
    Object.assign(new Error(text), { responseCode });
  const server = new SMTPServer({
    disabledCommands: ["STARTTLS"],
    authOptional: false,
    allowInsecureAuth: true,
    onAuth({ username, password }, _session, done) {
      if (username === smtpUser.user && password === smtpUser.pass) {
        return done(null, { user: username });
      }
      return done(failure("Authentication failed", 535));
    },
    onRcptTo({ address }, _session, done) {
      const code = refuse(address);
      return done(code === undefined ? null : failure("Not this one", code));
    },
    onData(stream, { envelope }, done) {
      const parts: Uint8Array[] = [];
      stream.on("data", (part: Uint8Array) => parts.push(part));
      stream.on("end", () => {
        const from = envelope.mailFrom === false ? "" : envelope.mailFrom.address;
        const to = envelope.rcptTo.map(({ address }) => address);
        taken.push({ from, to, raw: Buffer.concat(parts).toString("utf8") });
        done();
      });
    },
  });
  server.on("error", () => {});
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()));
  const address = server.server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const { user, pass } = smtpUser;
  return {
    url: `smtp://${user}:${pass}@127.0.0.1:${port}`,
    port,
    taken,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
