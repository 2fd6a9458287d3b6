/** The list, one warning, and writing its words. */
import type { Tx } from '../../db/as.ts'
import { record } from '../../db/audit.ts'
import { allows } from '../../vocabulary/roles.ts'
import { go, missing, overtaken, page, tooLate, type Asked, type Route } from '../../web/desk/route.ts'
import { readForm } from '../../web/desk/schema.ts'
import { theCity } from '../../web/letter.ts'
import { emptyWords, LABEL, typedOf, WORDS, wordsTyped } from './fields.ts'
import { isClosed, reads, warningAt, warningPage, type A } from './here.tsx'
import { ClosedPage } from './page-closed.tsx'
import { WarningFormPage } from './page-form.tsx'
import { PLACE, SHOWN, WarningsPage, type Which } from './page-list.tsx'
import { WarningPage } from './page-warning.tsx'
import { shown, type WarningDeps } from './shown.ts'
import { listWarnings, versionsOf, type Warning } from './store.ts'
import { addVersion, beginWarning } from './write-store.ts'

const ENDED = 'Deze waarschuwing is voorbij. Schrijf een nieuwe als het weer speelt.'

/** Whose warnings are ours, in a file that others read: the site of the municipality, and its name. */
const originOf = ({ origin, municipality }: Asked<Tx>) => ({
  namespace: origin,
  publisher: theCity(municipality.name).replace(/^./, (sign) => sign.toUpperCase()),
})

/** The form of one that is there, as its words are now. */
async function formOf(asked: A, warning: Warning) {
  const { tx, municipality, view } = asked
  const [words] = await versionsOf(tx, municipality.id, warning.id, 1)
  if (!words) return undefined
  const source = [words.notes, words.remedy].filter(Boolean).join('\n\n')
  const of = { id: warning.id, label: warning.label, version: warning.version, source }
  return { words, form: { view, of, typed: typedOf(words) } }
}

export const wordRoutes = (deps: WarningDeps): readonly Route<Tx>[] => [
  {
    method: 'GET',
    path: '/waarschuwingen',
    may: 'warning.read',
    answer: async ({ tx, municipality: { id }, view, query, today, who }) => {
      const q = (query.get('q') ?? '').trim().slice(0, 100).replaceAll('\0', '')
      const mayWrite = allows(who.roles, 'warning.write')
      const asks = query.get('toon') ?? ''
      const which = (Object.keys(SHOWN) as Which[]).find((each) => SHOWN[each] === asks) ?? 'running'
      const at = Math.floor(Math.min(Math.max(Number(query.get('pagina')) || 1, 1), 10_000))
      const warnings = await listWarnings(tx, id, { q, which, today, page: at })
      return page(<WarningsPage {...{ view, warnings, q, which, today, mayWrite }} page={at} />)
    },
  },
  {
    method: 'GET',
    path: '/waarschuwingen/nieuw',
    may: 'warning.write',
    answer: async ({ view }) => page(<WarningFormPage view={view} typed={emptyWords} />),
  },
  {
    method: 'POST',
    path: '/waarschuwingen/nieuw',
    may: 'warning.write',
    answer: async (asked) => {
      const { tx, municipality, view, sent, who } = asked
      const { typed, held, problems } = readForm({ label: LABEL, ...WORDS }, sent)
      if (!held) return page(<WarningFormPage {...{ view, typed, problems }} label={typed.label} />, 422)
      const id = await beginWarning(tx, municipality.id, who.id, held.label, wordsTyped(held), originOf(asked))
      const detail = { label: held.label }
      await record(tx, municipality.id, { act: 'warning.begun', object: `warning/${id}`, detail })
      return go(`${PLACE}/${id}`, 'De waarschuwing staat klaar. Kies voor wie zij is, en verstuur haar.')
    },
  },
  {
    method: 'GET',
    path: '/waarschuwingen/:warning',
    may: 'warning.read',
    answer: async (asked) => {
      const warning = await warningAt(asked)
      return warning ? warningPage(asked, deps, warning) : missing
    },
  },
  {
    // Each reading of what is RED is an act of its own, also of who read it before.
    method: 'POST',
    path: '/waarschuwingen/:warning/lezen',
    may: 'warning.read',
    again: true,
    answer: async (asked) => {
      const warning = await warningAt(asked)
      if (!warning) return missing
      if (!isClosed(warning)) return go(`${PLACE}/${warning.id}`)
      await reads(asked, warning)
      const { view, today } = asked
      return page(<WarningPage {...{ view, today }} {...await shown(asked, deps, warning)} />)
    },
  },
  {
    method: 'GET',
    path: '/waarschuwingen/:warning/wijzigen',
    may: 'warning.write',
    answer: async (asked) => {
      const warning = await warningAt(asked)
      if (!warning) return missing
      if (warning.ended !== null) return tooLate(ENDED)
      if (isClosed(warning)) return page(<ClosedPage view={asked.view} id={warning.id} label="RED" opens="openen" />)
      const found = await formOf(asked, warning)
      return found ? page(<WarningFormPage {...found.form} />) : missing
    },
  },
  {
    method: 'POST',
    path: '/waarschuwingen/:warning/openen',
    may: 'warning.write',
    again: true,
    answer: async (asked) => {
      const warning = await warningAt(asked)
      if (!warning) return missing
      await reads(asked, warning)
      const found = await formOf(asked, warning)
      return found ? page(<WarningFormPage {...found.form} />) : missing
    },
  },
  {
    method: 'POST',
    path: '/waarschuwingen/:warning/wijzigen',
    may: 'warning.write',
    answer: async (asked) => {
      const { tx, municipality, sent, who } = asked
      const warning = await warningAt(asked)
      if (!warning) return missing
      if (warning.ended !== null) return tooLate(ENDED)
      await reads(asked, warning)
      const found = await formOf(asked, warning)
      if (!found) return missing
      const { typed, held, problems } = readForm(WORDS, sent)
      if (!held) {
        const of = isClosed(warning) ? { ...found.form.of, source: '' } : found.form.of
        return page(<WarningFormPage {...found.form} {...{ of, typed, problems }} />, 422)
      }
      if (sent.mark('versie') !== `${warning.version}`)
        return overtaken('Iemand schreef intussen een nieuwe versie. Lees die eerst.')
      await addVersion(tx, municipality.id, who.id, warning, wordsTyped(held), found.words)
      const detail = { version: warning.version + 1 }
      await record(tx, municipality.id, { act: 'warning.changed', object: `warning/${warning.id}`, detail })
      return go(`${PLACE}/${warning.id}`, 'De nieuwe versie is bewaard.')
    },
  },
]
