/** A page of the dashboard: its address, its folder in page/, and what the navigation calls it. */
export interface DashboardPage {
  /** Below /dashboard, as Hono matches it. */
  readonly path: string;
  /** Holds main.html, what stands between header and footer, and main.js, which fills it. */
  readonly folder: string;
  readonly title: string;
  /** The entry of the navigation that leads here, where this is none itself. */
  readonly under?: string;
}

/** All pages, in the order of the navigation. */
export const pages: readonly DashboardPage[] = [
  { path: "/local", folder: "overview", title: "Overview" },
  { path: "/queues", folder: "queues", title: "Queues" },
  { path: "/jobs", folder: "jobs", title: "Jobs" },
  { path: "/jobs/:id{[0-9]+}", folder: "job", title: "Job", under: "/jobs" },
  { path: "/dead-letters", folder: "dead_letters", title: "Dead letters" },
  { path: "/workers", folder: "workers", title: "Workers" },
  { path: "/schedules", folder: "schedules", title: "Schedules" },
  { path: "/alerts", folder: "alerts", title: "Alerts" },
];
