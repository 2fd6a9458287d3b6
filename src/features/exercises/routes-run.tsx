/** One exercise: who plays, its clock, its record, its end, and what it shows. */
import type { Tx } from '../../db/as.ts'
import { record } from '../../db/audit.ts'
import { note, withdrawNoted } from '../../db/noted-findings.ts'
import { closeTasks } from '../../db/tasks.ts'
import { lastDayOf } from '../../scoring/counting.ts'
import type { ExerciseState } from '../../vocabulary/exercise.ts'
import type { Permission } from '../../vocabulary/roles.ts'
import type { Problems } from '../../web/desk/problems.tsx'
import { go, page, tooLate, type Route } from '../../web/desk/route.ts'
import { readForm } from '../../web/desk/schema.ts'
import { CANCEL, doneBy, END, MEASURE, MESSAGE, NOTE, REMARK, WEIGH, wrongIn } from './fields.ts'
import { propsOf, showsOf, withExercise, type A, type Act, type ExerciseDeps } from './here.ts'
import { addMeasure, measuresOf } from './measure-store.ts'
import { ExercisePage } from './page-exercise.tsx'
import { PaperPage } from './page-paper.tsx'
import { PLACE } from './place.ts'
import { pointsLeft } from './points.ts'
import { comingIn, findingsLeft, isPaused, messageDone, minutesPlayed, playedWords, TOO_LITTLE } from './rules.ts'
import { addEvent, eventsOf, moveExercise, playersOf, setPlayers, whoCanOwn, type Exercise } from './store.ts'

const at = ({ id }: Exercise, hash = '') => `${PLACE}/${id}${hash}`
const objectOf = ({ id }: Exercise) => `exercise/${id}`
const show = async (asked: A, exercise: Exercise, deps: ExerciseDeps, problems?: Problems) =>
  page(<ExercisePage {...await propsOf(asked, exercise, deps, problems)} />, problems && 422)

async function keepPlayers({ tx, municipality, sent, who }: A, exercise: Exercise): Promise<void> {
  const typed = exercise.content.roles.map(({ id }) => [id, sent.text(`rol-${id}`, 200)] as const)
  await setPlayers(tx, municipality.id, exercise.id, who.id, Object.fromEntries(typed))
}

const players: Act = async (asked, exercise) => {
  const { tx, municipality } = asked
  await keepPlayers(asked, exercise)
  await record(tx, municipality.id, { act: 'exercise.changed', object: objectOf(exercise), detail: {} })
  return go(at(exercise, '#spelers'), 'De namen zijn opgeslagen.')
}

/** With who plays what as it was typed beside the button: after this it is written down no more. */
const begin: Act = async (asked, exercise) => {
  const { tx, municipality, who, sent } = asked
  if (exercise.content.roles.some(({ id }) => sent.text(`rol-${id}`) !== '')) await keepPlayers(asked, exercise)
  await moveExercise(tx, municipality.id, exercise.id, { state: 'running' })
  await addEvent(tx, municipality.id, exercise.id, who.id, { kind: 'started', minute: 0 })
  await record(tx, municipality.id, { act: 'exercise.started', object: objectOf(exercise), detail: {} })
  return go(at(exercise), 'De klok loopt.')
}

const cancel: Act = async (asked, exercise, deps) => {
  const { tx, municipality, sent } = asked
  const { held, problems } = readForm(CANCEL, sent)
  if (!held) return show(asked, exercise, deps, problems)
  await moveExercise(tx, municipality.id, exercise.id, { state: 'cancelled', cancelled_for: held.reden })
  await closeTasks(tx, municipality.id, objectOf(exercise), 'all')
  await record(tx, municipality.id, { act: 'exercise.cancelled', object: objectOf(exercise), detail: {} })
  return go(at(exercise), 'De oefening is afgezegd.')
}

/** Why nothing is given where a reason to skip it stands beside the button. */
const NOT_SKIPPED = 'U schreef waarom u dit overslaat. Kies “Overslaan”, of maak dit veld leeg.'

/** Gives or skips a message that was not yet; why it was skipped stays in the record. */
const message =
  (kind: 'sent' | 'skipped'): Act =>
  async (asked, exercise, deps) => {
    const { tx, municipality, sent, who } = asked
    const { held } = readForm(MESSAGE, sent)
    const text = held?.waarom ?? ''
    const events = await eventsOf(tx, municipality.id, exercise.id)
    const index = Number(held?.bericht ?? -1)
    if (!comingIn(exercise.content, events).some((each) => each.index === index))
      return tooLate('Dit bericht is al geweest.')
    if (kind === 'sent' && text !== '') return show(asked, exercise, deps, { waarom: NOT_SKIPPED })
    const minute = minutesPlayed(events, new Date())
    await addEvent(tx, municipality.id, exercise.id, who.id, { kind, minute, message: index, text })
    return go(at(exercise, '#klok'), messageDone(kind, text, exercise.content.messages[index]!))
  }

/** Stops and starts the clock. */
const clock =
  (kind: 'paused' | 'resumed'): Act =>
  async ({ tx, municipality, who }, exercise) => {
    const events = await eventsOf(tx, municipality.id, exercise.id)
    if (isPaused(events) === (kind === 'paused')) return go(at(exercise, '#klok'))
    await addEvent(tx, municipality.id, exercise.id, who.id, { kind, minute: minutesPlayed(events, new Date()) })
    return go(at(exercise, '#klok'), kind === 'paused' ? 'De klok staat stil.' : 'De klok loopt weer.')
  }

const write: Act = async (asked, exercise, deps) => {
  const { tx, municipality, sent, who } = asked
  const { held, problems } = readForm(NOTE, sent)
  if (!held) return show(asked, exercise, deps, problems)
  const now = minutesPlayed(await eventsOf(tx, municipality.id, exercise.id), new Date())
  const minute = held.minuut === '' ? now : Number(held.minuut)
  if (minute > now) return show(asked, exercise, deps, { minuut: `Die minuut komt nog. De klok staat op ${now}.` })
  const { roles } = exercise.content
  const role = roles.some(({ id }) => id === held.rol) ? { role: held.rol } : {}
  const line = { kind: held.soort, minute, text: held.regel, ...role }
  await addEvent(tx, municipality.id, exercise.id, who.id, line)
  await record(tx, municipality.id, { act: 'exercise.noted', object: objectOf(exercise), detail: {} })
  return go(at(exercise, '#verslag'), 'Het staat in het verslag.')
}

/** After the end the record is closed: what comes to mind then says that it came later. */
const remark: Act = async (asked, exercise, deps) => {
  const { tx, municipality, sent, who } = asked
  const { held, problems } = readForm(REMARK, sent)
  if (!held) return show(asked, exercise, deps, problems)
  const minute = minutesPlayed(await eventsOf(tx, municipality.id, exercise.id), new Date())
  await addEvent(tx, municipality.id, exercise.id, who.id, { kind: 'remark', minute, text: held.opmerking })
  await record(tx, municipality.id, { act: 'exercise.noted', object: objectOf(exercise), detail: { remark: true } })
  return go(at(exercise, '#verslag'), 'De opmerking staat onder het verslag, met de tijd van nu.')
}

const end: Act = async (asked, exercise, deps) => {
  const { tx, municipality, sent, who } = asked
  const { held, problems } = readForm(END, sent)
  if (!held) return show(asked, exercise, deps, problems)
  const minute = minutesPlayed(await eventsOf(tx, municipality.id, exercise.id), new Date())
  await addEvent(tx, municipality.id, exercise.id, who.id, { kind: 'ended', minute })
  await moveExercise(tx, municipality.id, exercise.id, { state: 'ended', result: held.verslag })
  await closeTasks(tx, municipality.id, objectOf(exercise), 'all')
  await record(tx, municipality.id, { act: 'exercise.ended', object: objectOf(exercise), detail: {} })
  return go(at(exercise), 'De oefening is gespeeld. Spreek nu af wat er gaat gebeuren.')
}

const agree: Act = async (asked, exercise, deps) => {
  const { tx, municipality, sent, today, who } = asked
  const { held, problems } = readForm(MEASURE, sent)
  const owners = await whoCanOwn(tx, municipality.id, exercise.organisation)
  const events = await eventsOf(tx, municipality.id, exercise.id)
  const left = findingsLeft(events, await measuresOf(tx, municipality.id, exercise.id))
  const found = left.find(({ id }) => id === held?.bevinding)
  const wrong: Problems = {
    ...problems,
    ...wrongIn(held, owners, today),
    ...(held && held.bevinding === '' && held.les === '' && { les: 'Schrijf wat u leerde, of kies een bevinding.' }),
    ...(held && held.bevinding !== '' && !found && { bevinding: 'Kies een bevinding die nog geen maatregel heeft.' }),
  }
  if (!held || Object.keys(wrong).length > 0) return show(asked, exercise, deps, wrong)
  const lesson = held.les === '' ? found!.text.slice(0, 500) : held.les
  const measure = { lesson, text: held.maatregel, finding: found?.id ?? null, ...doneBy(held) }
  const id = await addMeasure(tx, municipality.id, exercise.id, who.id, measure)
  await record(tx, municipality.id, { act: 'exercise.measure', object: objectOf(exercise), detail: { measure: id } })
  return go(at(exercise, '#maatregelen'), 'De maatregel is afgesproken. Wie het doet, heeft een taak.')
}

/** A named person says what it shows; it counts among the findings of the organisation (ADR 0091). */
const weigh: Act = async (asked, exercise, deps) => {
  const { tx, municipality, sent, who } = asked
  const { held, problems } = readForm(WEIGH, sent)
  const criterion = showsOf(exercise, deps.catalogue).find(({ id }) => id === held?.punt)
  if (!held) return show(asked, exercise, deps, problems)
  const { shows, shown, followed, part } = await propsOf(asked, exercise, deps)
  // Where no point is left there is no field to say it at.
  const none = pointsLeft(exercise, { shows, shown, followed, part }).length === 0
  const wrong = (says: string, field = 'punt') => show(asked, exercise, deps, { [none ? '' : field]: says })
  if (!criterion) return wrong('Kies een punt.')
  if (!part.enough) return wrong(`${playedWords(part)} ${TOO_LITTLE}`)
  if (criterion.watched && exercise.observer === '') return wrong('Niemand keek mee. Dit punt blijft onbekend.')
  if (held.oordeel === 'met' && criterion.follows && !followed)
    return wrong(
      'Geoefend, de bevindingen lopen nog. Dit voldoet pas als elke bevinding een maatregel heeft die klaar is.',
      'oordeel',
    )
  // What was said while the measures ran is said anew when they are over.
  const before = shown.get(criterion.id)
  const anew = before !== undefined && criterion.follows && followed && before.verdict !== 'met'
  if (anew) await withdrawNoted(tx, municipality.id, before.noted, 'De bevindingen uit de oefening zijn gevolgd.')
  const { reviewMonths } = deps.catalogue.norms.find(({ id }) => id === criterion.norm)!
  const on = exercise.endedOn!
  const count = await note(tx, municipality.id, who.id, [
    {
      source: 'inspection',
      about: { kind: 'organisation', id: exercise.organisation },
      norm: criterion.norm,
      criterion: criterion.id,
      verdict: held.oordeel,
      strength: exercise.observer === '' ? 'documented' : 'witnessed',
      said: `Oefening “${exercise.content.title.nl}”: ${held.gezien}`.slice(0, 1_000),
      seenBy: exercise.observer === '' ? 'de leiding van de oefening' : exercise.observer,
      at: on,
      until: lastDayOf(on, reviewMonths),
      exercise: exercise.id,
      ...(anew && { replaces: before.noted }),
    },
  ])
  if (count === 0) return wrong('Van die dag staat er al een oordeel over dit punt.')
  const detail = { criterion: criterion.id, verdict: held.oordeel }
  await record(tx, municipality.id, { act: 'exercise.weighed', object: objectOf(exercise), detail })
  return go(at(exercise, '#bewijs'), 'Dit telt nu bij de bevindingen van de organisatie.')
}

const ACTS: readonly (readonly [name: string, may: Permission, state: ExerciseState, act: Act])[] = [
  ['spelers', 'exercise.lead', 'planned', players],
  ['beginnen', 'exercise.lead', 'planned', begin],
  ['afzeggen', 'exercise.lead', 'planned', cancel],
  ['bericht', 'exercise.lead', 'running', message('sent')],
  ['overslaan', 'exercise.lead', 'running', message('skipped')],
  ['pauze', 'exercise.lead', 'running', clock('paused')],
  ['verder', 'exercise.lead', 'running', clock('resumed')],
  ['verslag', 'exercise.lead', 'running', write],
  ['afsluiten', 'exercise.lead', 'running', end],
  ['opmerking', 'exercise.lead', 'ended', remark],
  ['maatregel', 'exercise.lead', 'ended', agree],
  ['bewijs', 'exercise.weigh', 'ended', weigh],
]

export const runRoutes = (deps: ExerciseDeps): readonly Route<Tx>[] => [
  {
    method: 'GET',
    path: '/oefeningen/:exercise',
    may: 'exercise.read',
    answer: withExercise(deps, (asked, exercise) => show(asked, exercise, deps)),
  },
  {
    method: 'GET',
    path: '/oefeningen/:exercise/papier',
    may: 'exercise.lead',
    answer: withExercise(deps, async ({ tx, municipality, view }, exercise) =>
      page(<PaperPage {...{ view, exercise }} players={await playersOf(tx, municipality.id, exercise.id)} />),
    ),
  },
  ...ACTS.map(([name, may, state, act]) => ({
    method: 'POST' as const,
    path: `/oefeningen/:exercise/${name}`,
    may,
    answer: withExercise(deps, act, state),
  })),
]
