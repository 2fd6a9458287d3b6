/**
 * Words by which a site takes going on as a yes, which is no consent (HvJ EU C-673/17, Planet49): one sentence that
 * says what somebody does who only goes on, and that this is agreeing.
 */
const any = (...words: readonly string[]) => new RegExp(words.join('|'), 'i')

const YOU = '(?:u|je|jij)'
/** Words in between that make of it a choice, or of the cookies what is used. */
const PLAIN = '(?:(?!cookie|akkoord|accept|toestem|instem|keuze|instell|formulier)[^,])'
const GOING = '(?:gaan|surfen|lezen|bladeren|scrollen|bezoeken|gebruiken|blijven|negeren|sluiten)'
const GOES_ON = any(
  `\\bdoor ${PLAIN}{0,50}\\bte ${GOING}\\b`,
  `\\b(?:door|met) (?:het )?(?:gebruik (?:te maken )?van|(?:gebruiken|bezoeken|sluiten|negeren) van|scrollen)\\b`,
  `\\b(?:als|wanneer|indien|zodra) ${YOU} ${PLAIN}{0,60}\\b(?:blijft|gebruikt|bezoekt|negeert|scrollt)\\b`,
  `\\b(?:als|wanneer|indien|zodra) ${YOU} ${PLAIN}{0,60}\\b(?:(?:verder|door) ?(?:gaat|surft|leest|klikt|bladert))\\b`,
  `^ *(?:bezoek|blijf|gebruik|surf)t? ${YOU}\\b`,
  `^ *(?:verder|door) ?(?:surfen|lezen|klikken|gaan|bladeren) (?:betekent|houdt in|is)\\b`,
  '\\bby (?:continuing|using|browsing|visiting|scrolling)\\b|\\bif you continue\\b',
)
const AGREES = any(
  `\\bga(?:at)? ${YOU}\\b.{0,15}\\bakkoord\\b|\\b${YOU} ga(?:at)? .{0,15}\\bakkoord\\b`,
  `\\b${YOU} (?:\\w+ ){0,3}akkoord (?:gaat|bent)\\b`,
  `\\b(?:accepteert?|aanvaardt?) ${YOU}\\b|\\b${YOU} (?:\\w+ ){0,4}(?:accepteert|aanvaardt)\\b`,
  `\\bstemt? ${YOU}\\b.{0,15}\\bin\\b|\\b${YOU} (?:\\w+ ){0,4}instemt\\b`,
  `\\bgeeft? ${YOU}\\b.{0,15}\\btoestemming\\b|\\b${YOU} (?:\\w+ ){0,4}toestemming geeft\\b`,
  `\\bvindt? ${YOU}\\b.{0,30}\\bgoed\\b|\\b${YOU} (?:\\w+ ){0,6}goed ?vindt\\b`,
  '\\byou (?:agree|consent|accept|are (?:agreeing|consenting|happy|ok))\\b',
)
/** To go on as the site means it is no press on a button; all else that is pressed is one. */
const ONWARD_PRESS = /\b(?:verder|door) ?(?:te )?klik\w*/gi
const CHOOSES = any(
  "\\b(?:zonder|geen|niets?|not|without)\\b|n[’']t\\b|weiger|klik|click|\\bdruk",
  '\\btik|\\bknop|button|press|["“”‘]',
  '\\bop (?:akkoord|accepteren|ok|ja)\\b|voorwaarden|\\bterms\\b',
)

/** The sentence that says that going on is agreeing, at most 200 characters of it; undefined: none does. */
export function onwardsIn(text: string): string | undefined {
  const sentences = text.replace(/\s+/g, ' ').match(/[^.!?]+[.!?]?/g) ?? []
  return sentences
    .slice(0, 200)
    .filter((sentence) => sentence.length < 500 && !sentence.endsWith('?'))
    .find((sentence) => {
      const said = sentence.replaceAll(ONWARD_PRESS, (words) =>
        /\bte\b|en$/i.test(words) ? 'verder te gaan' : 'verder gaat',
      )
      return GOES_ON.test(said) && AGREES.test(said) && !CHOOSES.test(said)
    })
    ?.trim()
    .slice(0, 200)
}
