/** The data flows of each decision as a noun that everybody reads: a list, and a page for each. */
import { fieldFor } from '../../catalogue/registers.ts'
import type { Field, Register } from '../../model/register.ts'
import type { RequestKind } from '../../model/request.ts'
import { asPublic } from '../../registers/values.ts'
import { refuse } from '../../web/refuse.ts'
import type { Now, Published, Request } from '../published.ts'
import { linked } from '../registers/links-store.ts'
import { publicAfter, type PublicEntry } from '../registers/store.ts'
import { decisionsIn, placeOfDecisions, type FlowFields } from './by-decision.ts'
import { DecisionPage, DecisionsPage } from './pages.tsx'

/** Flows that are read at a time: a municipality has some hundreds in all. */
const BATCH = 2_000

/**
 * Of the register of data flows, by what it is for; nothing where its flows name no decision. `kinds`: of which one
 * asks why a decision was taken.
 */
export const decisionsOf = (registers: readonly Register[], kinds: readonly RequestKind[]): readonly Published[] =>
  registers.flatMap((whole) => {
    const path = placeOfDecisions(whole)
    const kind = fieldFor(whole, 'kind')
    const open = registers.filter(({ publication }) => publication !== 'never')
    return path === undefined || kind === undefined
      ? []
      : [published(asPublic(whole), kind, path, { open, asks: kinds.find((each) => each.besideDecisions) })]
  })

type Beside = { readonly open: readonly Register[]; readonly asks: RequestKind | undefined }

function published(register: Register, kind: Field, path: string, { open: others, asks }: Beside): Published {
  const fields: FlowFields = Object.fromEntries(
    register.fields.flatMap((field) => (field.role === undefined ? [] : [[field.role, field]])),
  )
  const place = { register, path }
  const read = async (at: Now) => {
    const rows: PublicEntry[] = []
    for (let part: readonly PublicEntry[] | undefined; !part || part.length === BATCH; rows.push(...part))
      part = await publicAfter(at, register.id, rows.at(-1)?.no ?? 0, BATCH)
    const sorted = rows.toSorted((a, b) => a.title.localeCompare(b.title, 'nl') || a.no - b.no)
    return decisionsIn(kind, await linked(at, others, register, sorted))
  }
  const here = ({ site: { db }, view }: Request): Now | undefined =>
    view.municipality.id === null ? undefined : { db, municipality: view.municipality.id }
  return {
    id: 'decisions',
    pages: [
      {
        path,
        answer: async (asked) => {
          const at = here(asked)
          return { body: <DecisionsPage view={asked.view} place={place} decisions={at ? await read(at) : []} /> }
        },
      },
      {
        path: `${path}/:decision`,
        answer: async (asked) => {
          const at = here(asked) ?? refuse('entry')
          const decision = (await read(at)).find(({ slug }) => slug === asked.c.req.param('decision'))
          if (!decision) return refuse('entry')
          const ask = asked.site.requests ? asks : undefined
          return { body: <DecisionPage view={asked.view} {...{ place, decision, fields, ask }} /> }
        },
      },
    ],
    fixed: [path],
    few: async ({ now }) =>
      (await read(now)).map(({ slug, flows }) => ({
        path: `${path}/${slug}`,
        changed: new Date(Math.max(...flows.map(({ from }) => from.getTime()))),
      })),
  }
}
