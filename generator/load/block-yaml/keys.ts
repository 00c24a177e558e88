/**
 * What begins a line of a mapping or a list.
 */
import { indicators } from "./plain.js";

const NEWLINE = 10;
const SPACE = 32;
const HASH = 35;
const DASH = 45;
const COLON = 58;

/** The offset of the colon when a key stands at `start`. */
export const endOfKey = (text: string, start: number): number | undefined => {
  let at = start;
  const first = text.charAt(at);
  if (first === '"' || first === "'") {
    at = text.indexOf(first, at + 1) + 1;
    while (at > 0 && text.charCodeAt(at) === SPACE) at++;
    return at > 0 && isColon(text, at) ? at : undefined;
  }
  if (indicators.includes(first)) return undefined;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === NEWLINE) return undefined;
    if (code === COLON && isColon(text, at)) return at;
    if (code === HASH && text.charCodeAt(at - 1) === SPACE) return undefined;
  }
  return undefined;
};

const isColon = (text: string, at: number): boolean =>
  text.charCodeAt(at) === COLON &&
  (text.charCodeAt(at + 1) === SPACE ||
    text.charCodeAt(at + 1) === NEWLINE ||
    at + 1 === text.length);

export const isItem = (text: string, at: number): boolean =>
  text.charCodeAt(at) === DASH &&
  (text.charCodeAt(at + 1) === SPACE || text.charCodeAt(at + 1) === NEWLINE);
