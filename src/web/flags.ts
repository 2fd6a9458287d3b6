/** What may be said of red flags: never that there is none in questions that nobody answered. */

type Asked = {
  readonly asked: number
  readonly open: readonly unknown[]
  readonly unknown: readonly unknown[]
  readonly flags: readonly unknown[]
}

/** One to three Dutch sentences about the flags of a test; each flag itself is told after it, on a line of its own. */
export function flagsInWords({ asked, open, unknown, flags }: Asked): string {
  const answered = asked - open.length
  if (answered === 0) return 'Er is nog geen vraag beantwoord. Over rode vlaggen is dus nog niets te zeggen.'
  const unasked =
    open.length === 0
      ? ''
      : open.length === 1
        ? ' Eén vraag is nog niet beantwoord.'
        : ` ${open.length} vragen zijn nog niet beantwoord.`
  const unsure =
    unknown.length === 0
      ? ''
      : ` Op ${unknown.length === 1 ? 'één vraag' : `${unknown.length} vragen`} is het antwoord “weet ik niet”.`
  const found =
    flags.length === 1
      ? 'Er is één rode vlag.'
      : flags.length > 1
        ? `Er zijn ${flags.length} rode vlaggen.`
        : open.length === 0
          ? 'Er zijn geen rode vlaggen.'
          : `In de ${answered === 1 ? 'beantwoorde vraag' : `${answered} beantwoorde vragen`} staat geen rode vlag.`
  return `${found}${unasked}${unsure}`
}

/** The same for a cell of a table: one part of a test in which no flag was found. */
export const noFlagIn = ({ asked, answered }: { readonly asked: number; readonly answered: number }): string =>
  answered === asked ? 'geen' : answered === 0 ? 'nog niets beantwoord' : `geen in ${answered} van ${asked} vragen`
