/** When a reason is one. Pure. */

/**
 * Whether it says something in words: at least two words of two letters or more, in any script. “-”, “n.v.t.” and “x”
 * do not; what is said cannot be weighed here, that is for people.
 */
export const inWords = (text: string): boolean => (text.match(/\p{L}[\p{L}\p{M}’'-]+/gu) ?? []).length >= 2
