/**
 * Where operations stand in the client and what their methods are called.
 */
import { describe, expect, it } from "vitest";
import { operationsOf, sdkOf, type Options } from "../../support/pipeline.js";

interface Case {
  readonly name: string;
  /** `GET /pets/{id}`, then the operationId, the tag in brackets, extensions in braces. */
  readonly operations: readonly string[];
  /** `client.pets.get(id)` for each, in the order of the document. */
  readonly want: readonly string[];
  readonly options?: Options;
}

/** `GET /pets getPets [Pets] {x-sdkwright-name: all}` */
const line =
  /^(?<method>[A-Z]+) (?<path>\S+)(?: (?<id>[^\s[{]\S*))?(?: \[(?<tag>[^\]]*)\])?(?: (?<extensions>\{.*\}))?$/;

function documentOf(operations: readonly string[]): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const operation of operations) {
    const match = line.exec(operation)?.groups;
    if (!match) throw new Error(`cannot read ${operation}`);
    const { method = "", path = "", id, tag, extensions } = match;
    const item = (paths[path] ??= {});
    item[method.toLowerCase()] = {
      ...(id !== undefined && { operationId: id }),
      ...(tag !== undefined && { tags: [tag] }),
      ...(extensions !== undefined &&
        (JSON.parse(extensions) as Record<string, unknown>)),
      parameters: [...path.matchAll(/\{([^{}]*)\}/g)].map(([, name]) => ({
        name,
        in: "path",
        required: true,
        schema: { type: "string" },
      })),
      responses: { "204": { description: "Done." } },
    };
  }
  return { paths };
}

async function callsOf(
  operations: readonly string[],
  options: Options = {},
): Promise<string[]> {
  const found = operationsOf(await sdkOf(documentOf(operations), options));
  return operations.map((operation) => {
    const [key] = /^[A-Z]+ \S+/.exec(operation) ?? [""];
    const one = found.get(key);
    return one
      ? `${one.call}(${one.operation.positional[0]?.name ?? ""})`
      : `${key} is lost`;
  });
}

const cases: readonly Case[] = [
  {
    name: "the usual five",
    operations: [
      "GET /pets listPets [Pets]",
      "POST /pets createPet [Pets]",
      "GET /pets/{pet_id} getPet [Pets]",
      "PUT /pets/{pet_id} replacePet [Pets]",
      "DELETE /pets/{pet_id} deletePet [Pets]",
    ],
    want: [
      "client.pets.list()",
      "client.pets.create()",
      "client.pets.get(petId)",
      "client.pets.update(petId)",
      "client.pets.delete(petId)",
    ],
  },
  {
    name: "PUT beside PATCH replaces, PATCH updates",
    operations: [
      "PUT /pets/{id} putPet [Pets]",
      "PATCH /pets/{id} patchPet [Pets]",
      "PUT /settings setSettings [Settings]",
      "PATCH /settings changeSettings [Settings]",
    ],
    want: [
      "client.pets.replace(id)",
      "client.pets.update(id)",
      "client.settings.replace()",
      "client.settings.update()",
    ],
  },
  {
    name: "POST says more in the id or the summary than in the path",
    operations: [
      "POST /data_retention updateDataRetention [Data retention]",
      'POST /v1/cash_balance PostCashBalance {"summary": "Update the settings"}',
      'POST /v1/sessions PostSessions {"summary": "Create a session"}',
      "POST /notes searchNotes [Notes]",
      "POST /runs/{id} cancelRun [Runs]",
      "POST /jobs/{id} modifyJob [Jobs]",
      "POST /buckets/{name} createBucket [Buckets]",
    ],
    want: [
      "client.dataRetention.update()",
      "client.cashBalance.update()",
      "client.sessions.create()",
      "client.notes.search()",
      "client.runs.cancel(id)",
      "client.jobs.update(id)",
      "client.buckets.create(name)",
    ],
  },
  {
    name: "GET says in the id whether it lists",
    operations: [
      "GET /phone/local listLocal [Local]",
      "GET /org/permissions retrievePermissions [Permissions]",
      "GET /org/permissions/default getDefault [Permissions]",
    ],
    want: [
      "client.local.list()",
      "client.permissions.get()",
      "client.permissions.getDefault()",
    ],
  },
  {
    name: "the collection that a resource mostly is keeps the short names",
    operations: [
      "GET /v1/account GetAccount",
      "GET /v1/accounts GetAccounts",
      "GET /v1/accounts/{account} GetAccountsAccount",
      "POST /v1/accounts/{account} PostAccountsAccount",
    ],
    want: [
      "client.accounts.getAccount()",
      "client.accounts.list()",
      "client.accounts.get(account)",
      "client.accounts.update(account)",
    ],
  },
  {
    name: "actions without ids of their own",
    operations: [
      "GET /v1/secrets GetSecrets",
      "GET /v1/secrets/find GetSecretsFind",
      "GET /v1/secrets/search GetSecretsSearch",
      "GET /v1/secrets/{id}/lines GetSecretsIdLines",
      "GET /v1/secrets/{id}/owner GetSecretsIdOwner",
      "POST /v1/secrets/{id}/login_links PostSecretsIdLoginLinks",
      "POST /v1/secrets/{id}/verify PostSecretsIdVerify",
      "POST /v1/secrets/{id}/verify_deposits PostSecretsIdVerifyDeposits",
    ],
    want: [
      "client.secrets.list()",
      "client.secrets.find()",
      "client.secrets.search()",
      "client.secrets.listLines(id)",
      "client.secrets.getOwner(id)",
      "client.secrets.createLoginLink(id)",
      "client.secrets.verify(id)",
      "client.secrets.verifyDeposits(id)",
    ],
  },
  {
    name: "an action in two places is no resource",
    operations: [
      "GET /org/certificates listOrgCertificates [Certificates]",
      "POST /org/certificates/activate activateOrgCertificates [Certificates]",
      "POST /projects/{id}/certificates/activate activateProjectCertificates [Certificates]",
    ],
    want: [
      "client.certificates.list()",
      "client.certificates.activateForOrg()",
      "client.certificates.activateForProject()",
    ],
  },
  {
    name: "parameters in a row name one thing together: none stands alone",
    operations: [
      "GET /repos/{owner}/{repo} getRepo [Repos]",
      "POST /repos/{owner}/{repo}/archive archiveRepo [Repos]",
      "GET /repos/{owner}/{repo}/keys/{key} getRepoKey [Repos]",
    ],
    want: [
      "client.repos.get()",
      "client.repos.archive()",
      "client.repos.keys.get(key)",
    ],
  },
  {
    name: "frameworks' ids: a bare verb needs its object",
    operations: [
      "GET /users/{id} App.UsersController_get [users]",
      "GET /users/{id}/identities App.UserIdentitiesController_get [users]",
      "GET /users/{id}/sessions App.UserSessionsController_list [users]",
    ],
    want: [
      "client.users.get(id)",
      "client.users.getIdentities(id)",
      "client.users.listSessions(id)",
    ],
  },
  {
    name: "operations that share an id keep it where they do not meet",
    operations: [
      "GET /a/v1/groups/{g}/jobs listJob [a_v1]",
      "GET /b/v1/groups/{g}/jobs listJob [b_v1]",
      "GET /b/v1/jobs listJobForAll [b_v1]",
    ],
    want: [
      "client.aV1.listJob()",
      "client.bV1.listJob()",
      "client.bV1.listJobForAll()",
    ],
  },
  {
    name: "articles say nothing",
    operations: [
      "GET /assignments/{id} classroom/get-an-assignment [classroom]",
    ],
    want: ["client.classroom.getAssignment(id)"],
  },
  {
    name: "AhaSend: one tag under two owners",
    operations: [
      "GET /v2/accounts/{account_id}/api-keys getAPIKeys [API Keys]",
      "POST /v2/accounts/{account_id}/api-keys createAPIKey [API Keys]",
      "GET /v2/accounts/{account_id}/api-keys/{key_id} getAPIKey [API Keys]",
      "PUT /v2/accounts/{account_id}/api-keys/{key_id} updateAPIKey [API Keys]",
      "DELETE /v2/accounts/{account_id}/api-keys/{key_id} deleteAPIKey [API Keys]",
      "GET /v2/accounts/{account_id}/sub-accounts/{sub_account_id}/api-keys listSubAccountAPIKeys [Sub Accounts]",
      "POST /v2/accounts/{account_id}/sub-accounts/{sub_account_id}/api-keys createSubAccountAPIKey [Sub Accounts]",
      "GET /v2/accounts/{account_id}/sub-accounts/{sub_account_id}/api-keys/{key_id} getSubAccountAPIKey [Sub Accounts]",
      "DELETE /v2/accounts/{account_id}/sub-accounts/{sub_account_id}/api-keys/{key_id} deleteSubAccountAPIKey [Sub Accounts]",
    ],
    options: { clientParameters: ["account_id"] },
    want: [
      "client.apiKeys.list()",
      "client.apiKeys.create()",
      "client.apiKeys.get(keyId)",
      "client.apiKeys.update(keyId)",
      "client.apiKeys.delete(keyId)",
      "client.subAccounts.apiKeys.list()",
      "client.subAccounts.apiKeys.create()",
      "client.subAccounts.apiKeys.get(keyId)",
      "client.subAccounts.apiKeys.delete(keyId)",
    ],
  },
  {
    name: "a client parameter is never positional",
    operations: ["GET /accounts/{account_id} getAccount [Accounts]"],
    options: { clientParameters: ["account_id"] },
    want: ["client.accounts.get()"],
  },
  {
    name: "Feldera: the resource by config",
    operations: [
      "GET /v0/api_keys list_api_keys [Platform]",
      "POST /v0/api_keys post_api_key [Platform]",
      "GET /v0/api_keys/{api_key_name} get_api_key [Platform]",
      "DELETE /v0/api_keys/{api_key_name} delete_api_key [Platform]",
    ],
    options: { resources: { Platform: "apiKeys" } },
    want: [
      "client.apiKeys.list()",
      "client.apiKeys.create()",
      "client.apiKeys.get(apiKeyName)",
      "client.apiKeys.delete(apiKeyName)",
    ],
  },
  {
    name: "nested resources by config",
    operations: ["GET /v0/api_keys list_api_keys [Platform]"],
    options: { resources: { Platform: "admin.api-keys" } },
    want: ["client.admin.apiKeys.list()"],
  },
  {
    name: "OpenRouter: the vendor's own names",
    operations: [
      'GET /key getCurrentKey [API Keys] {"x-speakeasy-name-override": "getCurrentKeyMetadata"}',
      'GET /keys list [API Keys] {"x-speakeasy-name-override": "list"}',
      'POST /keys createKeys [API Keys] {"x-speakeasy-name-override": "create"}',
      'GET /keys/{hash} getKey [API Keys] {"x-speakeasy-name-override": "get"}',
      'PATCH /keys/{hash} updateKeys [API Keys] {"x-speakeasy-name-override": "update"}',
      'DELETE /keys/{hash} deleteKeys [API Keys] {"x-speakeasy-name-override": "delete"}',
    ],
    want: [
      "client.apiKeys.getCurrentKeyMetadata()",
      "client.apiKeys.list()",
      "client.apiKeys.create()",
      "client.apiKeys.get(hash)",
      "client.apiKeys.update(hash)",
      "client.apiKeys.delete(hash)",
    ],
  },
  {
    name: "config wins over extensions, ours over others'",
    operations: [
      'GET /a one [A] {"x-sdkwright-name": "mine", "x-fern-sdk-method-name": "theirs"}',
      'GET /b two [A] {"x-sdkwright-name": "mine"}',
      'GET /c three [A] {"x-fern-sdk-method-name": "theirs", "x-fern-sdk-group-name": ["deep", "er"]}',
      'GET /d four [A] {"x-speakeasy-group": "other.place"}',
      'GET /e five [A] {"x-sdkwright-group": "own", "x-speakeasy-group": "other"}',
    ],
    options: { methods: { two: "chosen" } },
    want: [
      "client.a.mine()",
      "client.a.chosen()",
      "client.deep.er.theirs()",
      "client.other.place.four()",
      "client.own.five()",
    ],
  },
  {
    name: "config may say the resource too, and the method and path",
    operations: ["GET /a one [A]", "GET /b [A]", "GET /c three [A]"],
    options: { methods: { one: "deep.er.mine", "GET /b": "x.listAll" } },
    want: ["client.deep.er.mine()", "client.x.listAll()", "client.a.get()"],
  },
  {
    name: "Stripe: paths without tags",
    operations: [
      "GET /v1/charges GetCharges",
      "POST /v1/charges PostCharges",
      "GET /v1/charges/{charge} GetChargesCharge",
      "POST /v1/charges/{charge} PostChargesCharge",
      "POST /v1/charges/{charge}/capture PostChargesChargeCapture",
      "GET /v1/charges/{charge}/refunds GetChargesChargeRefunds",
      "POST /v1/charges/{charge}/refunds PostChargesChargeRefunds",
      "GET /v1/charges/{charge}/refunds/{refund} GetChargesChargeRefundsRefund",
      "GET /v1/balance GetBalance",
    ],
    want: [
      "client.charges.list()",
      "client.charges.create()",
      "client.charges.get(charge)",
      "client.charges.update(charge)",
      "client.charges.capture(charge)",
      "client.charges.refunds.list()",
      "client.charges.refunds.create()",
      "client.charges.refunds.get(refund)",
      "client.balance.get()",
    ],
  },
  {
    name: "ids that say tag and name",
    operations: [
      "GET /repos/{owner}/issues issues/list [issues]",
      "GET /repos/{owner}/issues/{number} issues/get [issues]",
      "POST /repos/{owner}/issues/{number}/lock issues/lock [issues]",
      "GET /users/me users.whoAmI [users]",
      "GET /pets Pets_FindAll [Pets]",
    ],
    want: [
      "client.issues.list()",
      "client.issues.get(number)",
      "client.issues.lock(number)",
      "client.users.whoAmI()",
      "client.pets.list()",
    ],
  },
  {
    name: "actions",
    operations: [
      "GET /orders listOrders [Orders]",
      "GET /orders/{id} getOrder [Orders]",
      "POST /orders/{id}/cancel cancelOrder [Orders]",
      "GET /orders/{id}/history [Orders]",
      "POST /orders/search searchOrders [Orders]",
      "POST /orders/{id}/archive [Orders]",
    ],
    want: [
      "client.orders.list()",
      "client.orders.get(id)",
      "client.orders.cancel(id)",
      "client.orders.getHistory(id)",
      "client.orders.search()",
      "client.orders.archive(id)",
    ],
  },
  {
    name: "resources inside resources",
    operations: [
      "GET /orgs listOrgs [Orgs]",
      "GET /orgs/{org} getOrg [Orgs]",
      "GET /orgs/{org}/teams listTeams [Orgs]",
      "GET /orgs/{org}/teams/{team} getTeam [Orgs]",
      "GET /orgs/{org}/teams/{team}/members listMembers [Orgs]",
      "DELETE /orgs/{org}/teams/{team}/members/{user} removeMember [Orgs]",
    ],
    want: [
      "client.orgs.list()",
      "client.orgs.get(org)",
      "client.orgs.teams.list()",
      "client.orgs.teams.get(team)",
      "client.orgs.teams.members.list()",
      "client.orgs.teams.members.remove(user)",
    ],
  },
  {
    name: "a single thing has get and update, not list",
    operations: [
      "GET /settings getSettings [Account]",
      "GET /profile getProfile [Profile]",
      "PATCH /profile updateProfile [Profile]",
      "DELETE /profile deleteProfile [Profile]",
    ],
    want: [
      "client.account.getSettings()",
      "client.profile.get()",
      "client.profile.update()",
      "client.profile.delete()",
    ],
  },
  {
    name: "a tag that is not in its paths keeps the ids",
    operations: [
      "GET /cats listCats [Animals]",
      "GET /dogs listDogs [Animals]",
      "POST /dogs adoptDog [Animals]",
    ],
    want: [
      "client.animals.listCats()",
      "client.animals.listDogs()",
      "client.animals.adoptDog()",
    ],
  },
  {
    name: "methods that would share a name take the words that tell them apart",
    operations: [
      "GET /pets/{id} getPetById [Pets]",
      "GET /v2/pets/{id} getPetByIdV2 [Pets]",
    ],
    want: ["client.pets.get(id)", "client.pets.getV2(id)"],
  },
  {
    name: "from the path, where their ids say the same",
    operations: [
      "GET /pets/{id} getPet [Pets]",
      "GET /v2/pets/{id} get [Pets]",
      "GET /old/pets/{id} getPets [Pets]",
    ],
    want: [
      "client.pets.get(id)",
      "client.pets.getV2(id)",
      "client.pets.getOld(id)",
    ],
  },
  {
    name: "ids that frameworks make",
    operations: [
      "GET /users UsersController_list[0] [user-management]",
      "POST /users/{id}/verify UsersController_sendVerification [user-management]",
      "POST /admin.apps.approve admin_apps_approve [admin.apps]",
      "GET /files.remote.info files_remote_info [files.remote]",
      "DELETE /things/{id}/discount DeleteThingsIdDiscount",
      "GET /things/{id} GetThingsId",
    ],
    want: [
      "client.userManagement.list()",
      "client.userManagement.sendVerification(id)",
      "client.adminApps.approve()",
      "client.filesRemote.info()",
      "client.things.deleteDiscount(id)",
      "client.things.get(id)",
    ],
  },
  {
    name: "Twilio: versions in tags, endings in paths",
    operations: [
      "GET /2010-04-01/Accounts.json ListAccount [Api20100401Account]",
      "GET /2010-04-01/Accounts/{Sid}.json FetchAccount [Api20100401Account]",
      "POST /2010-04-01/Accounts/{AccountSid}/Calls.json CreateCall [Api20100401Call]",
    ],
    want: [
      "client.account.list()",
      "client.account.get(sid)",
      "client.call.create()",
    ],
  },
  {
    name: "an action whose tag is elsewhere",
    operations: [
      "POST /tickets/{id}/exchange exchangeTicket [Access Token]",
      "POST /hooks createHookBySiteId [Hook]",
      "GET /custom_emojis getCustomEmojis [custom_emojis]",
    ],
    want: [
      "client.accessToken.exchangeTicket(id)",
      "client.hook.create()",
      "client.customEmojis.list()",
    ],
  },
  {
    name: "nothing to go by: method and path",
    operations: ["GET /a-b", "GET /a_b", "GET /A/B", "POST /", "GET /{id}"],
    want: [
      "client.aB.getAB()",
      "client.aB.getAB2()",
      "client.a.getB()",
      "client.default.post()",
      "client.default.get(id)",
    ],
  },
  {
    name: "one tag in several spellings is one resource",
    operations: [
      "GET /api-keys listKeys [API Keys]",
      "POST /api-keys createKey [api-keys]",
      "GET /api-keys/{id} getKey [ApiKey]",
    ],
    want: [
      "client.apiKeys.list()",
      "client.apiKeys.create()",
      "client.apiKeys.get(id)",
    ],
  },
  {
    name: "names that objects and promises have already",
    operations: [
      "GET /z then [A]",
      "GET /b toJSON [A]",
      "GET /c constructor [A]",
      "GET /d delete [A]",
      "GET /e request [Request]",
      "GET /f with [With]",
      "GET /g g [__proto__]",
    ],
    want: [
      "client.a.then_()",
      "client.a.toJSON_()",
      "client.a.constructor_()",
      "client.a.delete()",
      "client.requestResource.get()",
      "client.withResource.get()",
      "client.proto.get()",
    ],
  },
  {
    name: "positional arguments that would hide what is called",
    operations: [
      "GET /a/{call} getA [A]",
      "GET /b/{getB} getB [B]",
      "GET /c/{class} getC [C]",
      "GET /d/{params} getD [D]",
      "GET /e/{a}-{b} getE [E]",
      "GET /f/{first-name} getF [F]",
    ],
    want: [
      "client.a.get(call_)",
      "client.b.get(getB_)",
      "client.c.get(class_)",
      "client.d.get(params_)",
      "client.e.get()",
      "client.f.get(firstName)",
    ],
  },
  {
    name: "names in other scripts",
    operations: [
      "GET /питомцы списокПитомцев [Питомцы]",
      "GET /猫 猫を取得 [猫]",
      "GET /emoji 😀 [😀]",
    ],
    want: ["client.питомцы.get()", "client.猫.get()", "client.emoji.get()"],
  },
];

describe("placement", () => {
  for (const { name, operations, want, options } of cases)
    it(name, async () => {
      expect(await callsOf(operations, options)).toEqual(want);
    });

  it("depends on no order", async () => {
    for (const { operations, want, options } of cases) {
      const reversed = await callsOf([...operations].reverse(), options);
      expect([...reversed].reverse()).toEqual(want);
    }
  });
});
