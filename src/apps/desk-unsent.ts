/**
 * Keeps what somebody typed when it could not be sent, and finds it again for that person. Every form carries whose it
 * is, sealed; so a session that is gone does not make its text nobody's, and nobody else's.
 */
import { asPerson, type Who } from '../db/as.ts'
import type { Db } from '../db/connect.ts'
import { dropUnsent, keepUnsent, unsentById } from '../db/unsent.ts'
import { secretBox, type SecretBox } from '../lib/secret-box.ts'
import type { Typed } from '../web/desk/typed.tsx'

export type Unsent = {
  readonly typed: readonly Typed[]
  /** Names of files that were chosen; those are not kept. */
  readonly files: readonly string[]
}

/** A form that stood open for longer is nobody's any more. */
const OPEN_FOR = 7 * 86_400_000
/** Characters that are kept of one page. */
const MOST = 600_000

/** Keeps what was typed and could not be sent, sealed so that its writer alone reads it. */
export function unsentKeeper(db: Db, key: Buffer) {
  const forms = secretBox(key, 'form')
  const boxOf = ({ municipality, person }: Who) => secretBox(key, `unsent/${municipality}/${person}`)
  return {
    /** Goes with every form of this person. */
    sealOf: (who: Who): string => forms.seal(JSON.stringify({ ...who, at: Date.now() })),
    /** Whose form it was; undefined when it is not of ours, or too old. */
    whoOf(seal: string): Who | undefined {
      const told = opened(forms, seal)
      if (told === undefined) return undefined
      const { at, ...who } = JSON.parse(told) as Who & { at: number }
      return Date.now() - at < OPEN_FOR ? who : undefined
    },
    /** Its id, or undefined when it is more than is kept. */
    async keep(who: Who, unsent: Unsent): Promise<string | undefined> {
      const text = JSON.stringify(unsent)
      if (text.length > MOST) return undefined
      return asPerson(db, who, 'write', (tx) => keepUnsent(tx, who.municipality, who.person, boxOf(who).seal(text)))
    },
    async find(who: Who, id: string): Promise<Unsent | undefined> {
      const sealed = await asPerson(db, who, 'read', (tx) => unsentById(tx, who.municipality, id))
      const text = sealed && opened(boxOf(who), sealed)
      return text === undefined ? undefined : (JSON.parse(text) as Unsent)
    },
    drop: (who: Who, id: string): Promise<void> =>
      asPerson(db, who, 'write', (tx) => dropUnsent(tx, who.municipality, id)),
  }
}

function opened(box: SecretBox, sealed: string): string | undefined {
  try {
    return box.open(sealed)
  } catch {
    return undefined // changed, of another key, or never ours
  }
}
