import assert from "@std/assert";
import { movesOf } from "./moves.ts";
import { shrink } from "./shrink.ts";

Deno.test("a schedule is shrunk to the moves that matter, in their order", async () => {
  const all = Array.from({ length: 83 }, (_, nth) => nth);
  const needs = [7, 40, 41, 82];
  const fails = (moves: readonly number[]) =>
    Promise.resolve(needs.every((one) => moves.includes(one)));
  assert.deepEqual(await shrink(all, fails), needs);
  assert.deepEqual(await shrink([1, 2, 3], () => Promise.resolve(true)), []);
  assert.deepEqual(await shrink([1, 2, 3], () => Promise.resolve(false)), [1, 2, 3]);
});

Deno.test("a seed stands for the same moves, of every kind and with every trouble", () => {
  assert.deepEqual(movesOf(17, 200), movesOf(17, 200));
  assert.deepEqual(movesOf(17, 50), movesOf(17, 200).slice(0, 50));
  const moves = movesOf(1, 5000);
  assert.equal(new Set(moves.map((move) => move.do)).size, 9);
  assert.equal(new Set(moves.flatMap((move) => "trouble" in move ? [move.trouble] : [])).size, 6);
  assert.equal(new Set(moves.flatMap((move) => move.do === "run" ? [move.ending] : [])).size, 4);
});
