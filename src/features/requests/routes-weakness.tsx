/**
 * What is done with a reported weakness: say how far it is, keep what its supplier knows, and write what everybody may
 * know once it is mended, which a colleague tells.
 */
import { z } from 'zod'
import type { Tx } from '../../db/as.ts'
import { record } from '../../db/audit.ts'
import { closeTasks, openTask } from '../../db/tasks.ts'
import { tooLong } from '../../lib/too-long.ts'
import { LONGEST_WORDS } from '../../vocabulary/request.ts'
import { go, missing, notYet, page, type Asked, type Reply, type Route } from '../../web/desk/route.ts'
import { readForm, text as words, word } from '../../web/desk/schema.ts'
import { addStep } from './acts-store.ts'
import { act, hereOf, type Acting } from './acting.ts'
import { tell, toldBy, type RequestDeps } from './here.ts'
import { NotesPage } from './page-weaknesses.tsx'
import { shown } from './routes-read.tsx'
import { requestById } from './store.ts'
import { isMended, isSeverity, judgementProblems, mayFollow, noteProblems, supplierProblems } from './weakness-rules.ts'
import { addNote, dropNote, notes, setWeakness, takeNoteBack, tellNote, weaknessOf } from './weakness-store.ts'

const said = word(z.string())

/** A message in between: who asked reads how it stands, and the term runs on. */
const message: Acting = async (asked, held, deps) => {
  const { tx, municipality, who, sent } = asked
  const { request } = held
  const text = readForm({ tussenbericht: words(LONGEST_WORDS) }, sent).typed.tussenbericht
  const wrong = text === '' ? 'Schrijf hoe het ermee staat. De inwoner leest het.' : ''
  const problem = wrong || (text.length > LONGEST_WORDS ? tooLong(text.length, LONGEST_WORDS) : '')
  if (problem !== '')
    return page(await shown(asked, deps, request, { told: { text, problems: { tussenbericht: problem } } }), 422)
  const texts = [{ field: '', text }]
  const no = await addStep(tx, municipality.id, request.id, { step: 'told', by: who.id, texts })
  await record(tx, municipality.id, { act: 'request.told', object: `request/${request.id}` })
  return go(hereOf(request.id), toldBy('Verstuurd.', await tell(asked, deps, held, no)))
}

const judge: Acting = async (asked, held, deps) => {
  const { tx, municipality, who, sent, today } = asked
  const { request, kind } = held
  if (kind.course !== 'weakness') return missing
  const form = readForm(
    { stand: said, ernst: said, uiterlijk: said, hersteld: said, bericht: words(LONGEST_WORDS) },
    sent,
  )
  const { stand: state, ernst: severity, uiterlijk: fixBy, hersteld: fixedOn, bericht: text } = form.typed
  const typed = { state, severity, fixBy, fixedOn, text }
  const was = (await weaknessOf(tx, municipality.id, request.id))?.state ?? 'received'
  const problems = judgementProblems(was, typed, today)
  if (!mayFollow(was, state) || Object.keys(problems).length > 0)
    return page(await shown(asked, deps, request, { judgement: { typed, problems } }), 422)
  const mends = state === 'valid' || state === 'fixing'
  await setWeakness(tx, municipality.id, request.id, {
    state,
    ...(was === 'received' && { judged_on: today }),
    ...(isSeverity(severity) && { severity }),
    ...(mends && { fix_by: fixBy }),
    ...(state === 'fixed' && { fixed_on: fixedOn }),
  })
  const until = mends ? fixBy : state === 'fixed' ? fixedOn : null
  const texts = [{ field: '', text }]
  const no = await addStep(tx, municipality.id, request.id, { step: 'told', word: state, until, by: who.id, texts })
  await record(tx, municipality.id, { act: 'weakness.judged', object: `request/${request.id}`, detail: { state } })
  return go(hereOf(request.id), toldBy('De melder leest hoe het ermee staat.', await tell(asked, deps, held, no)))
}

const supplier: Acting = async (asked, held, deps) => {
  const { tx, municipality, sent, today } = asked
  const { request, kind } = held
  if (kind.course !== 'weakness') return missing
  const form = readForm({ leverancier: words(200), verteld: said, antwoordde: said }, sent).typed
  const typed = { supplier: form.leverancier, toldOn: form.verteld, answeredOn: form.antwoordde }
  const problems = supplierProblems(typed, today)
  if (Object.keys(problems).length > 0)
    return page(await shown(asked, deps, request, { supplier: { typed, problems } }), 422)
  await setWeakness(tx, municipality.id, request.id, {
    supplier: typed.supplier,
    told_on: typed.toldOn || null,
    answered_on: typed.answeredOn || null,
  })
  await record(tx, municipality.id, { act: 'weakness.supplier', object: `request/${request.id}` })
  return go(hereOf(request.id), 'Genoteerd.')
}

const LIST = '/balie/zwakke-plekken'

/** Also after the answer: what everybody may know is written when it is mended, and often later. */
const write = (deps: RequestDeps): Route<Tx> => ({
  method: 'POST',
  path: '/verzoeken/:residentRequest/openbaar',
  may: 'weakness.tell',
  answer: async (asked) => {
    const { tx, municipality, params, who, sent } = asked
    const held = await heldForNote(asked, deps)
    if ('no' in held) return held.no
    const { request, fixedOn } = held
    const form = readForm({ kop: words(160), uitleg: words(2_000), bedankt: words(120) }, sent).typed
    const typed = { title: form.kop, text: form.uitleg, thanked: form.bedankt }
    const problems = noteProblems(typed)
    if (Object.keys(problems).length > 0)
      return page(await shown(asked, deps, request, { note: { typed, problems } }), 422)
    const id = await addNote(tx, municipality.id, {
      ...typed,
      request: params['residentRequest']!,
      fixedOn,
      by: who.id,
    })
    await record(tx, municipality.id, { act: 'weakness.written', object: `weakness-note/${id}` })
    // Whoever wrote it is not who tells it: the other role that may do so hears of it.
    await openTask(tx, municipality.id, {
      kind: 'weakness-note',
      object: `weakness-note/${id}`,
      whom: { role: who.roles.includes('policy-officer') ? 'security-officer' : 'policy-officer' },
      text: `Lees wat iedereen mag weten van een zwakke plek, en maak het openbaar: ${typed.title}`,
      path: LIST,
      dueOn: null,
    })
    return go(LIST, 'Opgeslagen. Een collega leest het en maakt het openbaar.')
  },
})

async function heldForNote({ tx, municipality, params, who }: Asked<Tx>, deps: RequestDeps) {
  const request = await requestById(tx, municipality.id, params['residentRequest']!, 'to-change')
  if (!request || deps.requestKinds.find(({ id }) => id === request.kind)?.course !== 'weakness') return { no: missing }
  const weakness = request.handler === who.id ? await weaknessOf(tx, municipality.id, request.id) : undefined
  if (!weakness?.fixedOn || !isMended(weakness.state))
    return { no: notYet('Iedereen mag het pas weten als het is hersteld.') }
  return { request, fixedOn: weakness.fixedOn }
}

const list: Route<Tx> = {
  method: 'GET',
  path: '/zwakke-plekken',
  may: 'weakness.tell',
  answer: async ({ tx, municipality, view, who }) =>
    page(<NotesPage view={view} notes={await notes(tx, municipality.id)} me={who.id} />),
}

/** One act with what was written. */
const noted = (path: string, answer: (asked: Asked<Tx>, id: string) => Promise<Reply>): Route<Tx> => ({
  method: 'POST',
  path: `/zwakke-plekken/:weaknessNote/${path}`,
  may: 'weakness.tell',
  answer: (asked) => answer(asked, asked.params['weaknessNote']!),
})

const tellAll = noted('openbaar', async ({ tx, municipality, who }, id) => {
  const one = (await notes(tx, municipality.id)).find((note) => note.id === id)
  if (!one) return missing
  if (one.writtenBy === who.id) return notYet('U schreef dit zelf. Een collega leest het en maakt het openbaar.')
  const done = await tellNote(tx, id)
  if (done === 'gone') return notYet('Dit staat al op de site.')
  if (done === 'not-mended')
    return notYet('De zwakke plek is intussen weer open. Iedereen mag het weten als hij is hersteld.')
  await record(tx, municipality.id, { act: 'weakness.told', object: `weakness-note/${id}` })
  await closeTasks(tx, municipality.id, `weakness-note/${id}`, ['weakness-note'])
  return go(LIST, 'Het staat op de site.')
})

const takeBack = noted('terugnemen', async ({ tx, municipality }, id) => {
  if (!(await takeNoteBack(tx, id)) && !(await dropNote(tx, municipality.id, id))) return missing
  await record(tx, municipality.id, { act: 'weakness.taken-back', object: `weakness-note/${id}` })
  await closeTasks(tx, municipality.id, `weakness-note/${id}`, ['weakness-note'])
  return go(LIST, 'Het staat er niet meer, en de naam is gewist.')
})

export const weaknessRoutes = (deps: RequestDeps): readonly Route<Tx>[] => [
  act('bericht', deps, message),
  act('stand', deps, judge),
  act('leverancier', deps, supplier),
  write(deps),
  list,
  tellAll,
  takeBack,
]
