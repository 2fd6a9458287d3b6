/** What is written down at a pledge: that somebody looked and it is still so, a proof, a term that was extended. */
import type { Tx } from '../../../db/as.ts'
import { record } from '../../../db/audit.ts'
import type { Uploads } from '../../../db/uploads.ts'
import type { PledgeTerms } from '../../../model/covenant.ts'
import { Area, Choice, Field } from '../../../web/desk/form.tsx'
import type { Problems } from '../../../web/desk/form.tsx'
import { forbidden, go, page } from '../../../web/desk/route.ts'
import type { Route } from '../../../web/desk/route.ts'
import { file, filled, oneOf, readForm, text, thatIs, word } from '../../../web/desk/schema.ts'
import { isDate } from '../../../lib/iso-date.ts'
import { onPledge, progressPlace } from './frame.tsx'
import { keptProof, proofAt, ProofField, PROOF_LIMIT } from './proof.tsx'
import { verifies } from './store.ts'
import type { Followed } from './terms-store.ts'
import { writeNote } from './verdict-store.ts'
import { formAt, isNone, SayPage } from './act-frame.tsx'

const day = word(thatIs(isDate, 'Vul een datum in.'))
const LOOKED = { bestand: file, dag: day, tekst: text(2_000, filled('Schrijf wat u zag.')) }
const KINDS = { proof: 'Bewijs', extended: 'Verlenging', note: 'Aantekening' } as const
const NOTE = { soort: word(oneOf(['proof', 'extended', 'note'], 'Kies wat het is.')), ...LOOKED }

const future = (on: string, today: string): Problems => (on > today ? { dag: 'Deze dag is nog niet geweest.' } : {})

const Looked = ({ typed, problems }: { typed: { dag: string; tekst: string }; problems?: Problems }) => (
  <>
    <Field name="dag" label="Op welke dag?" type="date" value={typed.dag} {...(problems && { problems })} />
    <Area
      name="tekst"
      label="Wat zag u?"
      value={typed.tekst}
      rows={4}
      maxLength={2_000}
      {...(problems && { problems })}
    />
    <ProofField {...(problems && { problems })} />
  </>
)

const NOT_YOURS = 'Dit legt de toetser van de afspraak vast. Dat bent u niet.'
const looked = (uploads: Uploads) =>
  formAt(
    'nagekeken',
    'pledge.verify',
    async ({ tx, municipality, view, today }, covenant, pledge) =>
      (await verifies(tx, municipality.id, covenant.id, pledge.id))
        ? page(
            <SayPage {...{ view, covenant, pledge }} {...LOOK}>
              <Looked typed={{ dag: today, tekst: '' }} />
            </SayPage>,
          )
        : forbidden(NOT_YOURS),
    async (asked, covenant, pledge) => {
      const { tx, municipality, view, who, sent, today } = asked
      if (!(await verifies(tx, municipality.id, covenant.id, pledge.id))) return forbidden(NOT_YOURS)
      const { typed, held, problems } = readForm(LOOKED, sent)
      const wrong: Record<string, string> = { ...problems, ...future(typed.dag, today) }
      const kept = held && isNone(wrong) ? await keptProof(asked, uploads, held.bestand) : undefined
      if (kept && 'problem' in kept) wrong['bestand'] = kept.problem
      if (!held || !kept || 'problem' in kept)
        return page(
          <SayPage {...{ view, covenant, pledge }} {...LOOK} problems={wrong}>
            <Looked typed={typed} problems={wrong} />
          </SayPage>,
          422,
        )
      await writeNote(tx, municipality.id, who.id, {
        covenant: covenant.id,
        pledge: pledge.id,
        kind: 'confirmed',
        organisation: null,
        on: held.dag,
        text: held.tekst,
        upload: kept.upload,
      })
      await noted(tx, municipality.id, covenant, pledge, 'confirmed')
      return go(progressPlace(covenant, pledge), 'Vastgelegd dat u het nakeek.')
    },
    PROOF_LIMIT,
  )
const LOOK = {
  title: 'Leg vast dat u het nakeek',
  lead: 'Zo ziet iedereen wanneer voor het laatst is bevestigd dat het klopt. Het is geen oordeel.',
  action: 'nagekeken',
  files: true,
  button: 'Leg vast',
}

const noted = (tx: Tx, municipality: string, covenant: Followed, pledge: PledgeTerms, kind: string) =>
  record(tx, municipality, {
    act: 'pledge.noted',
    object: `covenant/${covenant.id}`,
    detail: { pledge: pledge.id, kind },
  })

const NOTES = {
  title: 'Voeg bewijs of een aantekening toe',
  action: 'aantekening',
  files: true,
  button: 'Voeg toe',
}
const kinds = Object.entries(KINDS).map(([value, label]) => ({ value, label }))
const notes = (uploads: Uploads) =>
  formAt(
    'aantekening',
    'covenant.write',
    async ({ view, today }, covenant, pledge) =>
      page(
        <SayPage {...{ view, covenant, pledge }} {...NOTES}>
          <Choice name="soort" label="Wat is het?" options={kinds} value={[]} />
          <Looked typed={{ dag: today, tekst: '' }} />
        </SayPage>,
      ),
    async (asked, covenant, pledge) => {
      const { tx, municipality, view, who, sent, today } = asked
      const { typed, held, problems } = readForm(NOTE, sent)
      const wrong: Record<string, string> = { ...problems, ...future(typed.dag, today) }
      const kept = held && isNone(wrong) ? await keptProof(asked, uploads, held.bestand) : undefined
      if (kept && 'problem' in kept) wrong['bestand'] = kept.problem
      if (!held || !kept || 'problem' in kept)
        return page(
          <SayPage {...{ view, covenant, pledge }} {...NOTES} problems={wrong}>
            <Choice name="soort" label="Wat is het?" options={kinds} value={[typed.soort]} problems={wrong} />
            <Looked typed={typed} problems={wrong} />
          </SayPage>,
          422,
        )
      await writeNote(tx, municipality.id, who.id, {
        covenant: covenant.id,
        pledge: pledge.id,
        kind: held.soort,
        organisation: null,
        on: held.dag,
        text: held.tekst,
        upload: kept.upload,
      })
      await noted(tx, municipality.id, covenant, pledge, held.soort)
      return go(progressPlace(covenant, pledge), 'Het staat bij de afspraak.')
    },
    PROOF_LIMIT,
  )

/** What is written down at a pledge, and the files that go with it. */
export const noteRoutes = (uploads: Uploads): readonly Route<Tx>[] => [
  ...looked(uploads),
  ...notes(uploads),
  {
    method: 'GET',
    path: '/convenanten/:covenant/voortgang/:pledge/bewijs/:upload',
    may: 'covenant.read',
    answer: onPledge(proofAt(uploads)),
  },
]
