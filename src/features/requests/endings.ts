/** What the end of a request is called: by its ground, by its kind, or as that of every request. */
import type { RequestKind } from '../../model/request.ts'
import { REQUEST_OUTCOMES, type RequestOutcome } from '../../vocabulary/request.ts'
import type { Lang } from '../../web/language.ts'
import { follows } from './messages-follow.ts'

type Kind = Pick<RequestKind, 'endings' | 'refusals'> | undefined

const endingOf = (kind: Kind, outcome: RequestOutcome, ground: string) =>
  (outcome === 'refused' ? kind?.refusals.find(({ id }) => id === ground)?.ending : undefined) ?? kind?.endings[outcome]

/** At the desk. `ground`: of a refusal, by its id, or empty. */
export const deskEnding = (kind: Kind, outcome: RequestOutcome, ground = ''): string =>
  endingOf(kind, outcome, ground)?.desk ?? REQUEST_OUTCOMES[outcome]
/** To who asked. */
export const toldEnding = (lang: Lang, kind: Kind, outcome: RequestOutcome, ground = ''): string =>
  endingOf(kind, outcome, ground)?.[lang] ?? follows(lang).outcome[outcome]
