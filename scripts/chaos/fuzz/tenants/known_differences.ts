/**
 * Where an id that is taken cannot answer as one that is free, and why that tells nothing worth
 * having: the id is 122 random bits of the caller's choosing, so nobody finds one by trying.
 */
export const knownDifferences: Readonly<Record<string, { argument: string; why: string }>> = {
  create_agent: {
    argument: "agent_id",
    why: "an agent's id is one over all tenants, so another's cannot be made again",
  },
  draw_budget_lease: {
    argument: "lease_id",
    why: "a lease's id is one over all tenants, so another's cannot be drawn again",
  },
};
