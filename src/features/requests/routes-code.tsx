/** Somebody lost the code: after a person saw who it is, another is given, and the old one opens nothing any more. */
import { z } from 'zod'
import type { Tx } from '../../db/as.ts'
import { record } from '../../db/audit.ts'
import { IDENTITY_STEPS, LONGEST_LINE } from '../../vocabulary/request.ts'
import { go, missing, notYet, page, type Asked, type Route } from '../../web/desk/route.ts'
import { readForm, word } from '../../web/desk/schema.ts'
import { codesGiven, renewCode } from './acts-store.ts'
import { PLACE } from './acting.ts'
import type { RequestDeps } from './here.ts'
import { CodeRenewPage, WHY_CODE, type TypedCode } from './page-code.tsx'
import { hashOf } from './rules.ts'
import { requestById, type DeskRequest } from './store.ts'

const said = word(z.string())
const NOTHING: TypedCode = { name: '', how: '', why: '' }

function problemsOf({ name, how, why }: TypedCode, mine: boolean): Record<string, string> {
  const problems: Record<string, string> = {}
  if (!mine && (name === '' || name.length > LONGEST_LINE)) problems['naam'] = 'Vul de naam in die de inwoner zegt.'
  if (!(how in IDENTITY_STEPS)) problems['hoe'] = 'Kies hoe u vaststelde wie het is.'
  if (!(why in WHY_CODE)) problems['waarom'] = 'Kies waarom er een nieuwe code komt.'
  return problems
}

const form: Route<Tx> = {
  method: 'GET',
  path: `${PLACE}/code`,
  may: 'request.type',
  answer: async ({ tx, municipality, params, view, who }) => {
    const request = await requestById(tx, municipality.id, params['residentRequest']!, 'to-read')
    if (!request) return missing
    return page(<CodeRenewPage {...{ view, request }} mine={request.handler === who.id} typed={NOTHING} />)
  },
}

/** What was not right comes back with what was typed; a name that is wrong is counted by the database. */
async function renew({ tx, municipality, sent, view, who }: Asked<Tx>, deps: RequestDeps, request: DeskRequest) {
  const mine = request.handler === who.id
  const { naam: name, hoe: how, waarom: why } = readForm({ naam: said, hoe: said, waarom: said }, sent).typed
  const typed = { name, how, why }
  const again = (problems: Record<string, string>, status: 200 | 422 = 422) =>
    page(<CodeRenewPage {...{ view, request, mine, typed, problems }} />, status)
  const problems = problemsOf(typed, mine)
  if (Object.keys(problems).length > 0) return again(problems)
  const nth = ((await codesGiven(tx, municipality.id, request.id)) ?? 0) + 1
  const secret = hashOf(deps.key, request.requester, nth)
  const done = await renewCode(tx, request.id, { nth, secret, name: mine ? '' : name })
  // With a status that is no refusal, for what is refused is undone: that it was tried is to be kept and counted.
  if (done === 'wrong')
    return again({ naam: 'Deze naam hoort niet bij dit verzoek. Vraag wie het behandelt, of kijk het nummer na.' }, 200)
  if (done !== 'done')
    return notYet('Voor dit verzoek is het vandaag al een paar keer geprobeerd. Vraag wie het behandelt.')
  const object = `request/${request.id}`
  await record(tx, municipality.id, { act: 'request.code', object, detail: { how, why } })
  return go(`/balie/verzoeken/${request.id}/bewijs`, 'Er is een nieuwe code. De oude werkt niet meer. Geef dit mee.')
}

export const codeRoutes = (deps: RequestDeps): readonly Route<Tx>[] => [
  form,
  {
    method: 'POST',
    path: `${PLACE}/code`,
    may: 'request.type',
    answer: async (asked) => {
      const { tx, municipality, params } = asked
      const request = await requestById(tx, municipality.id, params['residentRequest']!, 'to-read')
      return request ? renew(asked, deps, request) : missing
    },
  },
]
