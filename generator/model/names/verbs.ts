/**
 * The verbs that operationIds, summaries and paths begin with, as far as naming needs them.
 */

const listOf = (text: string): ReadonlySet<string> =>
  new Set(text.trim().split(/\s+/));

/** What a method of HTTP says already, by the method: the place of the operation gives the verb. */
const usual: Readonly<Record<string, ReadonlySet<string>>> = {
  GET: listOf("get list find fetch retrieve read show index view load obtain"),
  POST: listOf("create add post store insert new"),
  PUT: listOf("update modify change edit set replace put save configure write"),
  PATCH: listOf("update modify change edit set patch save configure write"),
  DELETE: listOf("delete remove destroy del"),
};

/** Verbs of one word that are no noun in a path or an id, whatever follows. */
const others = listOf(`
  abort accept acknowledge activate adopt allow analyze apply approve archive assign attach
  authenticate authorize ban batch block book browse build bulk calculate call cancel capture change
  charge check checkout claim classify clean clear clone close collect commit compact compare
  compile complete compose compute configure confirm connect consume convert copy count deactivate
  decline decode decrypt deny deploy deprecate describe detach detect disable disconnect discard
  dismiss dispatch dispute download drop duplicate enable encode encrypt end enqueue enroll ensure
  estimate evaluate exchange execute exec expire explain export extend extract favourite favorite
  finalize finish flush follow force forget fork forward generate grant group handle hide host
  identify ignore import increment ingest init initiate initialize inspect install interpret
  introspect invalidate invite invoke issue join keep kick kill launch leave like link list load
  lock login logout lookup mark match merge migrate moderate monitor move mute notify open order
  parse patch pause pay perform ping pin play poll populate power predict preview prioritize proceed
  process promote provision prune publish pull purge push query queue reactivate read rebuild recall
  receive recover redeem redact redeliver refresh refund regenerate register reindex reject release
  reload remix remove rename render renew reopen reorder replay reply report reprioritize request
  reroll rerun resend reset resolve restart restore respond resume retry return reveal revert review
  revive revoke rollback rotate run sample save scan schedule search select send share sign signin
  signup simulate skip snooze split start stop store stream submit subscribe suggest summarize
  suspend swap switch sync synchronize tag terminate test toggle touch track train transcribe
  transfer transform translate trigger truncate unarchive unassign unblock undelete undo unfavourite
  unfavorite unfollow uninstall unlink unlock unmute unpin unpublish unregister unsubscribe untag
  upgrade upload upsert use validate verify void vote wait warm watch whoami withdraw write`);

const known: ReadonlySet<string> = new Set([
  ...Object.values(usual).flatMap((verbs) => [...verbs]),
  ...others,
]);

/** True of `ban`, and of `unban`, which takes it back. */
export const isVerb = (word: string): boolean => {
  const lower = word.toLowerCase();
  return (
    known.has(lower) || (/^un.{3}/.test(lower) && known.has(lower.slice(2)))
  );
};

/** True of a verb that says no more than the method does. */
export const isUsual = (verb: string, method: string): boolean =>
  usual[method]?.has(verb) ?? false;

/** True of the verbs that ids end with: `items_retrieve`, `transactionsGet`. */
export const isEndingVerb = (word: string): boolean =>
  /^(list|get|retrieve|read|find|create|add|post|update|replace|put|patch|delete|destroy|remove|search)$/i.test(
    word,
  );

const updates = listOf(
  "update modify change edit set replace patch put save configure",
);

export const isUpdate = (verb: string | undefined): boolean =>
  verb !== undefined && updates.has(verb);

/** True of verbs by which one reads: a segment of them is a method of GET (`/secrets/search`). */
export const isReading = (verb: string): boolean => reading.has(verb);

const reading = listOf(`
  browse check compare count describe download evaluate explain export find inspect lookup ping poll
  preview query render search simulate stream validate verify watch whoami`);

/** True of verbs by which something ends: what DELETE does at `/orders/{id}/cancel`. */
export const isEnding = (verb: string): boolean =>
  ending.has(verb) || isUndoing(verb);

/** True of `unpublish`, which takes back what another verb does. */
const isUndoing = (verb: string): boolean =>
  verb.startsWith("un") && isVerb(verb) && isVerb(verb.slice(2));

const ending = listOf(`
  abort cancel clear close deactivate delete detach disable disconnect discard dismiss drop expire
  forget kill leave logout purge remove reset revoke stop terminate truncate unassign unblock unfavorite
  unfavourite unfollow uninstall unlink unlock unmute unpin unpublish unregister unsubscribe untag`);

/** True of verbs that are nouns before a noun: `/login_links`, not `/verify_deposits`. */
export const isNoun = (verb: string): boolean => nouns.has(verb);

const nouns = listOf(`
  block charge check export group import issue link list load login logout match order play
  power query report request review sample schedule search share signin signup store stream tag test touch
  track transfer use`);

/** True of verbs that take no object, in one word or two: `authLogin`, not `loginAuth`. */
export const isIntransitive = (verb: string): boolean =>
  /^(log ?(in|out|off)|sign ?(in|up|out|off)|opt ?(in|out)|ping|whoami)$/.test(
    verb,
  );

/** True of verbs that name no thing: a path that ends in one is an action. */
export const isOnlyVerb = (word: string): boolean =>
  isIntransitive(word.toLowerCase()) ||
  (isVerb(word.toLowerCase()) && !isNoun(word.toLowerCase()));

/** True of verbs that need a noun: `updateSettings`, not `update`. */
export const needsNoun = (verb: string): boolean =>
  Object.values(usual).some((verbs) => verbs.has(verb));

/**
 * The verb that SDKs use for what frameworks call otherwise: `retrieve`, `destroy`, `index`, `store`.
 * `post`, `put` and `patch` name the method of HTTP and not what is done.
 */
export function usualVerb(verb: string, method: string): string {
  switch (verb) {
    case "retrieve":
      return "get";
    case "show":
      return method === "GET" ? "get" : verb;
    case "index":
      return method === "GET" ? "list" : verb;
    case "store":
      return method === "POST" ? "create" : verb;
    case "destroy":
    case "del":
      return "delete";
    case "post":
      return "create";
    case "put":
    case "patch":
      return "update";
    default:
      return verb;
  }
}

/** `Updates a job` -> `update`: summaries write the third person. */
export const baseForm = (word: string): string | undefined => {
  const lower = word.toLowerCase();
  return [lower, lower.replace(/s$/, ""), lower.replace(/es$/, "")].find(
    isVerb,
  );
};
