/** Looking for anything on the site: one box, answered from what is public. What was asked is kept nowhere. */
import type { Register } from '../../model/register.ts'
import { refuse } from '../../web/refuse.ts'
import type { Published, PublicPage } from '../published.ts'
import { askedText } from '../view.ts'
import { meantBy } from './meant.ts'
import { openSearch } from './opensearch.ts'
import { SEARCH, SearchPage, SIZE } from './page.tsx'
import { isSource } from './sources.ts'
import { findAll, namesIn } from './store.ts'

/** So many of each kind stand together. */
const FIRST = 3
/** Names by which a word that was meant is guessed. */
const MOST_NAMES = 3_000

const searchPage =
  (registers: readonly Register[]): PublicPage['answer'] =>
  async ({ site: { db, today }, view, lang, c }) => {
    const [q, soort, pagina] = [askedText(c, 'q'), askedText(c, 'soort'), askedText(c, 'pagina') || '1']
    if (!/^[1-9]\d{0,2}$/.test(pagina) || (soort !== '' && !isSource(soort))) refuse('query')
    const only = isSource(soort) ? soort : undefined
    const { id } = view.municipality
    const size = only === undefined ? FIRST : SIZE
    const look = (words: string, every: boolean) =>
      findAll(db, id, { q: words, lang, today: today(), only, page: Number(pagina), size, every })
    const none = { groups: [], more: false }
    const whole = q === '' ? none : await look(q, true)
    const nothing = q !== '' && whole.groups.length === 0
    // What was meant comes before what fits a part: a slip of the pen is likelier than a word too many.
    const meant = nothing ? meantBy(q, await namesIn(db, id, lang, MOST_NAMES)) : undefined
    const guessed = meant === undefined ? none : await look(meant, true)
    const asMeant = guessed.groups.length > 0
    const some = nothing && !asMeant && /\S\s+\S/.test(q)
    const found = asMeant ? guessed : some ? await look(q, false) : whole
    const names = new Map(registers.map((each) => [each.id, { nl: each.title, en: each.titleEnglish }]))
    return {
      unkept: true,
      body: (
        <SearchPage
          // Nothing on it can be wrong: it tells where other pages stand.
          view={{ ...view, wrong: undefined }}
          registers={names}
          page={Number(pagina)}
          {...{ q, only, some, ...found }}
          meant={asMeant ? meant : undefined}
        />
      ),
    }
  }

/** `registers`: what is found in one is told with its name. */
export const searchIn = (registers: readonly Register[]): Published => ({
  id: 'search',
  pages: [{ path: SEARCH, answer: searchPage(registers) }],
  documents: openSearch,
})
