/** One measure from an exercise: proof of its owner, what another says of it, and what is agreed otherwise. */
import type { Tx } from '../../db/as.ts'
import { record } from '../../db/audit.ts'
import { allows } from '../../vocabulary/roles.ts'
import type { Problems } from '../../web/desk/problems.tsx'
import { forbidden, go, missing, page, tooLate, type Reply, type Route } from '../../web/desk/route.ts'
import { readForm } from '../../web/desk/schema.ts'
import { doneBy, GIVE, PROOF, VERDICT, wrongIn } from './fields.ts'
import type { A } from './here.ts'
import { addProof, giveMeasure, measureById, measureObject, proofsOf, type Measure } from './measure-store.ts'
import { MeasurePage } from './page-measure.tsx'
import { PLACE } from './place.ts'
import { exerciseById, whoCanOwn } from './store.ts'

type Act = (asked: A, measure: Measure) => Promise<Reply>
const at = ({ id }: Measure) => `${PLACE}/maatregelen/${id}`

const withMeasure = (act: Act) => async (asked: A) => {
  const measure = await measureById(asked.tx, asked.municipality.id, asked.params['improvement']!)
  return measure ? act(asked, measure) : missing
}

async function show(asked: A, measure: Measure, problems?: Problems): Promise<Reply> {
  const { tx, municipality, view, who } = asked
  const exercise = await exerciseById(tx, municipality.id, measure.exercise)
  const leads = allows(who.roles, 'exercise.lead')
  return page(
    <MeasurePage
      {...{ view, measure, exercise, leads }}
      proofs={await proofsOf(tx, municipality.id, measure.id)}
      owners={leads && exercise ? await whoCanOwn(tx, municipality.id, exercise.organisation) : []}
      {...(problems && { problems, typed: asked.sent })}
    />,
    problems && 422,
  )
}

const prove: Act = async (asked, measure) => {
  const { tx, municipality, sent, who } = asked
  if (measure.owner !== who.id) return forbidden('Alleen wie deze maatregel doet, stuurt bewijs in.')
  if (measure.state !== 'open') return tooLate('Er is al bewijs, of de maatregel is voorbij.')
  const { held, problems } = readForm(PROOF, sent)
  if (!held) return show(asked, measure, problems)
  await addProof(tx, municipality.id, measure, who.id, { text: held.bewijs })
  await record(tx, municipality.id, { act: 'exercise.proven', object: measureObject(measure.id), detail: {} })
  return go(at(measure), 'Het bewijs is ingestuurd. Een ander kijkt het na.')
}

const verify: Act = async (asked, measure) => {
  const { tx, municipality, sent, who } = asked
  if (measure.owner === who.id) return forbidden('Een ander dan wie het deed, kijkt het bewijs na.')
  if (measure.state !== 'proven') return tooLate('Er is geen bewijs dat op een oordeel wacht.')
  const { held, problems } = readForm(VERDICT, sent)
  if (!held || held.oordeel === 'dropped')
    return show(asked, measure, { oordeel: 'Kies of dit genoeg is.', ...problems })
  await addProof(tx, municipality.id, measure, who.id, { text: held.toelichting, verdict: held.oordeel })
  const detail = { verdict: held.oordeel }
  await record(tx, municipality.id, { act: 'exercise.verified', object: measureObject(measure.id), detail })
  return go(at(measure), held.oordeel === 'accepted' ? 'De maatregel is klaar.' : 'De maatregel staat weer open.')
}

const drop: Act = async (asked, measure) => {
  const { tx, municipality, sent, who } = asked
  if (measure.state !== 'open') return tooLate('Deze maatregel staat niet open.')
  const { held, problems } = readForm({ toelichting: VERDICT.toelichting }, sent)
  if (!held) return show(asked, measure, problems)
  await addProof(tx, municipality.id, measure, who.id, { text: held.toelichting, verdict: 'dropped' })
  const detail = { verdict: 'dropped' }
  await record(tx, municipality.id, { act: 'exercise.verified', object: measureObject(measure.id), detail })
  return go(at(measure), 'De maatregel is vervallen.')
}

const give: Act = async (asked, measure) => {
  const { tx, municipality, sent, today } = asked
  if (measure.state !== 'open') return tooLate('Deze maatregel staat niet open.')
  const { held, problems } = readForm(GIVE, sent)
  const exercise = await exerciseById(tx, municipality.id, measure.exercise)
  const owners = exercise ? await whoCanOwn(tx, municipality.id, exercise.organisation) : []
  const wrong: Problems = { ...problems, ...wrongIn(held, owners, today) }
  if (!held || Object.keys(wrong).length > 0) return show(asked, measure, wrong)
  await giveMeasure(tx, municipality.id, measure, doneBy(held))
  await record(tx, municipality.id, { act: 'exercise.measure-given', object: measureObject(measure.id), detail: {} })
  return go(at(measure), 'Dat is afgesproken.')
}

export const measureRoutes: readonly Route<Tx>[] = [
  {
    method: 'GET',
    path: '/oefeningen/maatregelen/:improvement',
    may: 'exercise.read',
    answer: withMeasure((asked, measure) => show(asked, measure)),
  },
  {
    method: 'POST',
    path: '/oefeningen/maatregelen/:improvement/bewijs',
    may: 'exercise.read',
    answer: withMeasure(prove),
  },
  {
    method: 'POST',
    path: '/oefeningen/maatregelen/:improvement/controle',
    may: 'exercise.lead',
    answer: withMeasure(verify),
  },
  {
    method: 'POST',
    path: '/oefeningen/maatregelen/:improvement/vervalt',
    may: 'exercise.lead',
    answer: withMeasure(drop),
  },
  {
    method: 'POST',
    path: '/oefeningen/maatregelen/:improvement/geven',
    may: 'exercise.lead',
    answer: withMeasure(give),
  },
]
