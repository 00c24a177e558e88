/**
 * Which content types of an Encoding Object make a part, or a field of a form, a body that has parts or
 * fields itself (OpenAPI 3.2, section 4.15.3). A list or a pattern of types is none.
 */

export const isFormType = (contentType: string): boolean =>
  /^application\/x-www-form-urlencoded\b[^,*]*$/i.test(contentType);

export const isMultipartType = (contentType: string): boolean =>
  /^multipart\/[^,*]*$/i.test(contentType);
