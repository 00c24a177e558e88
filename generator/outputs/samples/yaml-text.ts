/**
 * A text as a scalar of YAML 1.2 in double quotes: the JSON string, which YAML reads as it is, with
 * everything invisible as escapes. Beyond 16 bits these are of eight digits: YAML has no surrogates.
 */
export const yamlText = (text: string): string =>
  JSON.stringify(text).replace(
    /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cn}]/gu,
    (character) => {
      const point = (character.codePointAt(0) ?? 0).toString(16);
      return point.length > 4
        ? `\\U${point.padStart(8, "0")}`
        : `\\u${point.padStart(4, "0")}`;
    },
  );
