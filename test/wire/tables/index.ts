/** Every table of the suite, in the order of the specification. */
import type { Table } from "../support/table.js";
import { bodies, bodyChoice, openBodies } from "./bodies.js";
import { events } from "./events.js";
import { filesBothWays, formStyles, formStyles30 } from "./form-styles.js";
import { headerCookie } from "./header-cookie.js";
import { itemParts } from "./item-parts.js";
import { jsonItems } from "./json-items.js";
import { innerBodies } from "./inner-bodies.js";
import { pathStyles } from "./path-styles.js";
import { queryStyles } from "./query-styles.js";
import { errors, responseChoice, responses } from "./responses.js";
import { security } from "./security.js";
import { servers } from "./servers.js";
import { swagger2 } from "./swagger2.js";
import { otherwiseSignedWebhooks, signedWebhooks } from "./webhooks.js";

export const tables: readonly Table[] = [
  ...servers,
  pathStyles,
  queryStyles,
  headerCookie,
  bodies,
  bodyChoice,
  formStyles,
  formStyles30,
  filesBothWays,
  jsonItems,
  itemParts,
  innerBodies,
  openBodies,
  responses,
  responseChoice,
  events,
  errors,
  ...security,
  swagger2,
  signedWebhooks,
  otherwiseSignedWebhooks,
];
