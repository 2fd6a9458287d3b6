/** How a word sounds to who writes Dutch by ear: `privasie` as `privacy`, `fising` as `phishing`. Pure. */

const STEPS: readonly (readonly [RegExp, string])[] = [
  [/sch/g, 'sg'],
  [/ph/g, 'f'],
  [/th/g, 't'],
  [/sh|sj/g, 's'],
  [/ch/g, 'g'],
  [/ij|ei|y(?=[bcdfghjklmnpqrstvwxz]|$)/g, 'i'],
  [/y/g, 'j'],
  [/tie(?=$|s|f)/g, 'si'],
  [/ie/g, 'i'],
  [/au|ou|oe/g, 'u'],
  [/c(?=[eij])/g, 's'],
  [/ck|c|q/g, 'k'],
  [/x/g, 'ks'],
  [/v/g, 'f'],
  [/z/g, 's'],
  [/dt?$/g, 't'],
  [/(.)\1+/g, '$1'],
]

/** The word as it sounds, in small letters; two words that sound alike are the same. `word`: of Latin letters. */
export const soundOf = (word: string): string => STEPS.reduce((said, [what, by]) => said.replace(what, by), word)
