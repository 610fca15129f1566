import assert from "@std/assert";
import { splitStatements } from "./split_statements.ts";

Deno.test("statements: cut at semicolons outside quotes, dollar quotes and comments", () => {
  const body = "create function f() returns text language sql as $x$ select 'a;b'; $x$";
  const script =
    `-- one; two\nselect ';' as ";";\n\n/* ; /* ; */ ; */ ${body};\nselect E'\\';';;\n`;
  assert.deepEqual(splitStatements(script), [
    `-- one; two\nselect ';' as ";"`,
    `/* ; /* ; */ ; */ ${body}`,
    "select E'\\';'",
  ]);
});

Deno.test("statements: a parameter such as $1 does not open a dollar quote", () => {
  assert.deepEqual(splitStatements("execute 'x' using $1; select $1$ from t; select a$1$b"), [
    "execute 'x' using $1",
    "select $1$ from t",
    "select a$1$b",
  ]);
});
