/** A file, a link or a measurement is put beside an answer, or taken away again. */
import { record } from '../../db/audit.ts'
import type { Tx } from '../../db/as.ts'
import { MOST_BYTES, type Uploads } from '../../db/uploads.ts'
import { ROOM_FOR_TEXT } from '../../web/desk/alerts.ts'
import { go, missing, page, type Route } from '../../web/desk/route.ts'
import { dateOrNone, emptyOr, file, filled, readForm, text, word, type Across } from '../../web/desk/schema.ts'
import { about, at, type OnForm } from './on-form.tsx'
import { addEvidence, removeEvidence } from './evidence-store.ts'

/** A page of our own measurements; what is found there is measured, not said. */
const MEASUREMENT = /^\/organisaties\/[a-z0-9-]{1,200}(\/@?[a-z0-9._-]{1,253}){0,2}$/

const FIELDS = {
  bestand: file,
  titel: text(300, filled('Geef het een naam, zoals “Verslag van de test”.')),
  link: word(
    emptyOr(
      (link) => MEASUREMENT.test(link) || /^https?:\/\/[^\s<>"]{3,1900}$/i.test(link),
      'Vul een link in die begint met https://.',
    ),
  ),
  eigenaar: text(200),
  tot: word(dateOrNone('31 december 2027')),
}
const FILE_OR_LINK: Across<typeof FIELDS> = {
  field: 'bestand',
  holds: ({ bestand, link }) => bestand !== undefined || link !== '',
  says: 'Kies een bestand of vul een link in.',
}

export const evidenceRoutes = ({ writing, questionPage }: OnForm, uploads: Uploads): readonly Route<Tx>[] => [
  {
    method: 'POST',
    path: '/vragenlijsten/:form/:question/bewijs',
    may: 'form.answer',
    limit: MOST_BYTES + ROOM_FOR_TEXT,
    answer: writing(async (asked, open, question) => {
      const { tx, municipality, who, sent } = asked
      const form = readForm(FIELDS, sent, [FILE_OR_LINK])
      const { bestand: sentFile, ...typed } = form.typed
      const problems: Record<string, string> = { ...form.problems }
      const kept =
        sentFile && form.held
          ? await uploads.keep(tx, municipality.id, sentFile, { person: who.id, organisation: who.organisation })
          : undefined
      if (kept && 'problem' in kept) problems['bestand'] = kept.problem
      if (Object.keys(problems).length > 0)
        return page(await questionPage(asked, open, question, { problems, typed }), 422)
      await addEvidence(tx, municipality.id, open.form.id, question.id, {
        kind: sentFile ? 'file' : MEASUREMENT.test(typed.link) ? 'scan' : 'link',
        title: typed.titel,
        url: sentFile ? null : typed.link,
        upload: kept && 'id' in kept ? kept.id : null,
        owner: typed.eigenaar,
        endsOn: typed.tot || null,
        by: who.id,
      })
      await record(tx, municipality.id, {
        act: 'evidence.added',
        object: `form/${open.form.id}`,
        detail: about(open, question),
      })
      return go(at(open, question, '#bewijs'), 'Het bewijs staat erbij.')
    }),
  },
  {
    method: 'POST',
    path: '/vragenlijsten/:form/:question/bewijs/:evidence/weg',
    may: 'form.answer',
    answer: writing(async ({ tx, municipality, params }, open, question) => {
      await removeEvidence(tx, municipality.id, open.form.id, params['evidence']!, open.owner.kind === 'organisation')
      await record(tx, municipality.id, {
        act: 'evidence.removed',
        object: `form/${open.form.id}`,
        detail: { ...about(open, question), evidence: params['evidence'] },
      })
      return go(at(open, question, '#bewijs'), 'Het bewijs is weggehaald.')
    }),
  },
  {
    method: 'GET',
    path: '/bestanden/:upload',
    may: 'form.read',
    answer: async ({ tx, municipality, params }) => {
      const file = await uploads.read(tx, municipality.id, params['upload']!)
      return file ? { kind: 'file', ...file } : missing
    },
  },
]
