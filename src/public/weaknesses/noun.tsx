/** Weaknesses in systems of the municipality: how to report one, and what was mended. */
import { line } from '../../lib/csv-write.ts'
import type { RequestKind } from '../../model/request.ts'
import type { Now, Published, Request } from '../published.ts'
import { says } from './messages.ts'
import { PLACE, WeaknessesPage } from './page.tsx'
import { mended } from './store.ts'

/** With the kind of request by which one reports; none of them, no noun. */
export function weaknessesOf(kinds: readonly RequestKind[]): readonly Published[] {
  const kind = kinds.find(({ course }) => course === 'weakness')
  if (kind === undefined) return []
  async function* lines({ db, municipality }: Now): AsyncGenerator<string> {
    yield line(['titel', 'uitleg', 'hersteld_op', 'met_dank_aan'])
    for (const { title, text, fixedOn, thanked } of await mended(db, municipality))
      yield line([title, text, fixedOn, thanked])
  }
  const answer = async ({ site, view }: Request) => {
    const { id } = view.municipality
    const told = id === null ? [] : await mended(site.db, id)
    return { body: <WeaknessesPage {...{ view, told }} kind={kind.id} doors={site.requests === true} /> }
  }
  return [
    {
      id: 'zwakke-plekken',
      pages: [{ path: PLACE, answer }],
      files: [
        {
          name: 'zwakke-plekken',
          title: 'Zwakke plekken die zijn hersteld',
          text: { nl: says('nl').file, en: says('en').file },
          theme: 'GOVE',
          page: PLACE,
          lines: { of: 'now', read: lines },
        },
      ],
      fixed: [PLACE],
    },
  ]
}
