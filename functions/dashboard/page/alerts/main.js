import { createFeed } from "../shared/feed.js";
import { live, panel } from "../shared/live.js";
import { alertsData, drawAlerts } from "./alerts.js";

const alerts = createFeed("list_alerts");
live([panel("alerts", { alerts }, ({ alerts }) => alertsData(alerts), drawAlerts)]);
