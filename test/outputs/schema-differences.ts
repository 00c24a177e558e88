/**
 * Where a model and its twin of openapi-typescript differ, by the document and then by what is not
 * assignable: `->` is the model to its twin, `<-` the twin to the model.
 */

const file =
  "a file is a Blob, or what else holds bytes, and a string for the library";
const view =
  "the model is what one side sends: what only the other sends (`readOnly`, `writeOnly`) is not in it";
const moreItems =
  "a tuple without `items` may go on (JSON Schema 2020-12), and the library ends it";

export const differences: Readonly<
  Record<string, Readonly<Record<string, string>>>
> = {
  drf: {
    "ItemRequestUpload ->": file,
    "ItemRequestUpload <-": file,
    "PatchedItemRequestUpload ->": file,
    "PatchedItemRequestUpload <-": file,
    "PhotoRequest ->": file,
    "PhotoRequest <-": file,
  },
  "drf-api-tag": {
    "ItemRequestUpload ->": file,
    "ItemRequestUpload <-": file,
    "PatchedItemRequestUpload ->": file,
    "PatchedItemRequestUpload <-": file,
    "PhotoRequest ->": file,
    "PhotoRequest <-": file,
  },
  fastapi: {
    "BodyCreateUploadFiles ->": file,
    "BodyCreateUploadFiles <-": file,
    "BodySetAvatar ->": file,
    "BodySetAvatar <-": file,
    "BodyUploadPhoto ->": file,
    "BodyUploadPhoto <-": file,
  },
  "fastapi-template": {
    "BodyDocumentsCreateDocument ->": file,
    "BodyDocumentsCreateDocument <-": file,
  },
  hono: { "Item ->": moreItems },
  "scalar-galaxy": {
    "User ->": view,
    "Credentials ->": view,
    "Planet ->": view,
    "PlanetInput ->": view,
  },
  "train-travel": { "BookingPayment ->": view },
};
