/** When a reason is one. Pure. */

/** Whether there is a word in it, in any script. */
export const saysAnything = (text: string): boolean => /\p{L}[\p{L}\p{M}’'-]+/u.test(text)

/**
 * Whether it says something in words: at least two words of two letters or more, in any script. “-”, “n.v.t.” and “x”
 * do not; what is said cannot be weighed here, that is for people.
 */
export const inWords = (text: string): boolean => (text.match(/\p{L}[\p{L}\p{M}’'-]+/gu) ?? []).length >= 2

/** Whether this is enough beside a stance: who agrees may be short, who does not says why. */
export const explains = (stance: string, text: string): boolean =>
  stance === 'no-objection' || stance === 'none-needed' ? saysAnything(text) : inWords(text)
