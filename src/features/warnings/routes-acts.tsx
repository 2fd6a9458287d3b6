/** Sending, renewing, another label, ending, answering. */
import type { Tx } from '../../db/as.ts'
import { record } from '../../db/audit.ts'
import { closeTasks } from '../../db/tasks.ts'
import { isWider } from '../../vocabulary/tlp.ts'
import { go, notYet, tooLate, type Route } from '../../web/desk/route.ts'
import { readForm, ticked } from '../../web/desk/schema.ts'
import { day } from '../../web/language.ts'
import { relabelFields, REPLY, untilField } from './fields.ts'
import { notRight, reads, withWarning, type A } from './here.tsx'
import { PLACE } from './page-list.tsx'
import { reply } from './receivers-store.ts'
import { isRunning, lacksToSend } from './rules.ts'
import { hearsNobody, tellReceivers, toldWords } from './send.ts'
import type { WarningDeps } from './shown.ts'
import { versionsOf, type Warning } from './store.ts'
import { chooseLabel, endWarning, runUntil } from './write-store.ts'

const ENDED = 'Deze waarschuwing is voorbij.'
const here = ({ id }: Warning) => `${PLACE}/${id}`

async function send(asked: A, warning: Warning, deps: WarningDeps) {
  const { tx, municipality, sent, who, today } = asked
  const { id, label, state } = warning
  if (state !== 'open') return tooLate('Deze waarschuwing is al verstuurd.')
  if (label === null) return notYet('Kies eerst een label.')
  await reads(asked, warning)
  const [words] = await versionsOf(tx, municipality.id, id, 1)
  const lacks = words === undefined ? [] : lacksToSend(words)
  if (words === undefined || lacks.length > 0) return notYet(`Schrijf eerst: ${lacks.join(', ')}.`)
  if (words.actBy !== null && words.actBy < today)
    return notYet(`De uiterste dag om het te doen, ${day('nl', words.actBy)}, is voorbij. Kies eerst een andere.`)
  const { held, problems } = readForm({ ...untilField(today), zonder: ticked }, sent)
  if (!held) return notRight(asked, deps, warning, problems)
  if (!held.zonder && (await hearsNobody(tx, municipality.id, id, who.id)))
    return notRight(asked, deps, warning, { zonder: 'Niemand krijgt nu bericht. Kies ontvangers, of vink dit aan.' })
  await runUntil(tx, municipality.id, id, held.tot)
  const told = await tellReceivers(asked, { ...warning, label }, words, who.id)
  await closeTasks(tx, municipality.id, `warning/${id}`, ['warning-came'])
  const detail = { label, until: held.tot, mailed: told.mailed }
  await record(tx, municipality.id, { act: 'warning.sent', object: `warning/${id}`, detail })
  return go(here(warning), `De waarschuwing is verstuurd. ${toldWords(told)}`)
}

async function renew(asked: A, warning: Warning, deps: WarningDeps) {
  const { tx, municipality, sent, today } = asked
  if (warning.state !== 'sent') return tooLate(ENDED)
  const { held, problems } = readForm(untilField(today), sent)
  if (!held) return notRight(asked, deps, warning, problems)
  await runUntil(tx, municipality.id, warning.id, held.tot)
  await closeTasks(tx, municipality.id, `warning/${warning.id}`, ['warning-ends'])
  const detail = { until: held.tot }
  await record(tx, municipality.id, { act: 'warning.renewed', object: `warning/${warning.id}`, detail })
  return go(here(warning), 'De waarschuwing loopt langer door.')
}

async function relabel(asked: A, warning: Warning, deps: WarningDeps) {
  const { tx, municipality, sent, who, today } = asked
  if (warning.ended !== null) return tooLate(ENDED)
  const { held, problems } = readForm(relabelFields(today), sent)
  if (!held) return notRight(asked, deps, warning, problems)
  if (held.label === warning.label) return notRight(asked, deps, warning, { label: 'Dit label heeft het al.' })
  await chooseLabel(tx, municipality.id, warning.id, who.id, {
    label: held.label,
    leaveBy: held.toestemming_van,
    leaveOn: held.toestemming_op,
    leaveText: held.gezegd,
  })
  const detail = {
    from: warning.label,
    to: held.label,
    wider: warning.label !== null && isWider(warning.label, held.label),
  }
  await record(tx, municipality.id, { act: 'warning.label-chosen', object: `warning/${warning.id}`, detail })
  return go(here(warning), 'Het label is vastgelegd. Wie mag lezen, volgt er meteen uit.')
}

async function end(asked: A, warning: Warning) {
  const { tx, municipality, today } = asked
  if (!(await endWarning(tx, municipality.id, warning.id, today))) return tooLate(ENDED)
  await closeTasks(tx, municipality.id, `warning/${warning.id}`, 'all')
  await record(tx, municipality.id, { act: 'warning.ended', object: `warning/${warning.id}`, detail: {} })
  return go(here(warning), 'De waarschuwing is voorbij.')
}

/** An answer for an organisation. That somebody needs help is a task, which the database opens. */
async function answer(asked: A, warning: Warning, deps: WarningDeps) {
  const { tx, municipality, sent, who, today } = asked
  if (!isRunning(warning, today)) return tooLate('Deze waarschuwing loopt niet meer. Antwoorden hoeft niet.')
  const { held, problems } = readForm(REPLY, sent)
  if (!held) return notRight(asked, deps, warning, problems)
  await reply(tx, municipality.id, warning.id, who, held.antwoord, held.toelichting)
  const object = `warning/${warning.id}`
  await closeTasks(tx, municipality.id, object, ['warning'], who.id)
  await record(tx, municipality.id, { act: 'warning.replied', object, detail: { answer: held.antwoord } })
  return go(
    here(warning),
    held.antwoord === 'help' ? 'Dank u. Een medewerker neemt contact op.' : 'Dank u. Uw antwoord is bewaard.',
  )
}

export const actRoutes = (deps: WarningDeps): readonly Route<Tx>[] => [
  ...(
    [
      ['sturen', send],
      ['verlengen', renew],
      ['label', relabel],
      ['eindigen', end],
    ] as const
  ).map(([name, act]) => ({
    method: 'POST' as const,
    path: `/waarschuwingen/:warning/${name}`,
    may: 'warning.write' as const,
    answer: withWarning(deps, act),
  })),
  {
    method: 'POST',
    path: '/waarschuwingen/:warning/antwoorden',
    may: 'warning.reply',
    answer: withWarning(deps, answer),
  },
]
