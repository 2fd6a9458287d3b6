/** What a bidder gave as the number of its file, beside that of the file: as a mark, and with who wrote it down. */
import { moment } from '../../web/language.ts'
import type { OpenedBid, Stated } from './bid-store.ts'
import { comparedTo, type Compared } from './rules/stated.ts'

const WORDS: Readonly<Record<Compared, readonly [shape: string, word: string]>> = {
  same: ['✓', 'gelijk aan het bestand'],
  differs: ['✕', 'anders dan het bestand'],
  none: ['–', 'niet opgegeven'],
  open: ['○', 'nog niet ingevuld'],
}

/** What was written down last of a bid; `all`: the newest first. */
export const comparedOf = ({ id, hash }: Pick<OpenedBid, 'id' | 'hash'>, all: readonly Stated[]): Compared =>
  comparedTo(hash, all.find(({ bid }) => bid === id)?.stated)
/** In words. */
export const comparedWord = (compared: Compared): string => WORDS[compared][1]

export function ComparedMark({ compared }: { compared: Compared }) {
  const [shape, word] = WORDS[compared]
  return (
    <>
      <span aria-hidden="true">{shape}</span> {word}
    </>
  )
}

/** All that was written down of one bid. */
export function StatedStory({ bid, all }: { bid: OpenedBid; all: readonly Stated[] }) {
  return (
    <>
      {all
        .filter((each) => each.bid === bid.id)
        .map((each) => (
          <span key={each.id} className="ld-block">
            <ComparedMark compared={comparedTo(bid.hash, each.stated)} />
            {each.stated === '' ? '' : ': '}
            {each.stated === '' ? null : <code className="nl-code ld-address">{each.stated}</code>}
            <span className="ld-small ld-block">
              {each.source} ({each.by ?? 'onbekend'}, {moment('nl', each.at)})
            </span>
          </span>
        ))}
    </>
  )
}
