import { readdirSync, readFileSync } from "node:fs";
import { openImage } from "../../../scripts/db/serve_pglite.ts";
import { connect } from "../../../scripts/postgres/databases.ts";
import { findServers } from "../../../scripts/postgres/find_servers.ts";
import { startPostgres } from "../../../scripts/postgres/start_postgres.ts";

/** A Postgres that holds the schema validator of sql/events and nothing else. For tests. */
export interface ValidatorDatabase extends AsyncDisposable {
  query<Row>(sql: string, parameters: string[]): Promise<Row[]>;
}

/** A kind of database to test on, and how to open one. */
interface Validator {
  name: string;
  open(): Promise<ValidatorDatabase>;
}

const folder = new URL("../../../sql/events/functions/", import.meta.url);
const needed =
  /^(schema_\w+|message_schema_v1|message_violations|event_schema_hash|event_payload_schema|is_leap_year)\.sql$/;

function definitions(): string {
  const files = readdirSync(folder).filter((name) => needed.test(name));
  const texts = files.map((name) => readFileSync(new URL(name, folder), "utf8"));
  return ["create schema cogo;", ...texts].join("\n");
}

async function openEmbedded(): Promise<ValidatorDatabase> {
  const image = await openImage();
  await image.database.exec(definitions());
  return {
    query: async <Row>(sql: string, parameters: string[]) =>
      (await image.database.query<Row>(sql, parameters)).rows,
    [Symbol.asyncDispose]: () => image.close(),
  };
}

async function openNative(major: number): Promise<ValidatorDatabase> {
  const server = await startPostgres({ major });
  const connection = connect(server.url);
  await connection.unsafe(definitions());
  return {
    query: async <Row>(sql: string, parameters: string[]) =>
      [...await connection.unsafe(sql, parameters)] as unknown as Row[],
    async [Symbol.asyncDispose]() {
      await connection.end({ timeout: 1 });
      await server.stop();
    },
  };
}

/** The embedded database and each native Postgres of this machine. Opening takes 1 to 3 seconds. */
const validators: Validator[] = [
  { name: "PGlite", open: openEmbedded },
  ...[...new Set(findServers().map((server) => server.major))].map((major) => ({
    name: `Postgres ${major}`,
    open: () => openNative(major),
  })),
];
if (validators.length === 1) console.log("SKIPPED on native Postgres: none is installed here");

/** Proves sentences of behaviour on each server, which is opened once for all of them. */
export function proveOnEach(
  proofs: Record<string, (database: ValidatorDatabase) => Promise<void>>,
): void {
  for (const { name, open } of validators) {
    Deno.test(`${name} checks`, { sanitizeOps: false, sanitizeResources: false }, async (t) => {
      await using database = await open();
      for (const [sentence, prove] of Object.entries(proofs)) {
        await t.step(sentence, () => prove(database));
      }
    });
  }
}
