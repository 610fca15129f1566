/** A fan of 20 steps between two, a saga that fails at its end, and a run that starts both. */
export const flowDefinitions = [
  {
    name: "race.fan",
    steps: [
      { name: "begin", type: "race.begin" },
      ...Array.from({ length: 20 }, (_, nth) => ({
        name: `part-${nth}`,
        type: "race.part",
        after: ["begin"],
      })),
      {
        name: "end",
        type: "race.end",
        after: Array.from({ length: 20 }, (_, nth) => `part-${nth}`),
      },
    ],
  },
  {
    name: "race.saga",
    saga: true,
    steps: [
      { name: "a", type: "race.a", compensate: { type: "undo.a" } },
      { name: "b", type: "race.b", compensate: { type: "undo.b" } },
      { name: "c", type: "race.fails", after: ["a", "b"], compensate: null },
    ],
  },
  {
    name: "race.parent",
    steps: [{ name: "one", kind: "workflow", workflow: "race.fan" }, {
      name: "two",
      kind: "workflow",
      workflow: "race.saga",
      optional: true,
    }],
  },
];
