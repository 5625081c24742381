import data from '../site.json';

/** The site under test, as `prepare.mjs` left it: its address, a user, and the user's key. */
export const site = data;

export const token = `${site.key}:${site.secret}`;

/** A name that no other test uses. */
export function unique(word) {
  return `${word} ${Math.random().toString(36).slice(2, 8)}`;
}
