/** To whom a warning goes, and who says that it uses the product. */
import type { Tx } from '../../db/as.ts'
import { record } from '../../db/audit.ts'
import { UUID } from '../../lib/uuid.ts'
import { CLUSTER_NAMES } from '../../vocabulary/group.ts'
import { PERMISSIONS } from '../../vocabulary/roles.ts'
import { atDoor, type Tlp } from '../../vocabulary/tlp.ts'
import { go, notYet, tooLate, type Route } from '../../web/desk/route.ts'
import { readForm } from '../../web/desk/schema.ts'
import { ADDRESSED, MATCHED, NAMED } from './fields.ts'
import { notRight, reads, withWarning, type A } from './here.tsx'
import { PLACE } from './page-list.tsx'
import { knownThings, sayMatch } from './match-store.ts'
import { address, inCluster, nameable, namePerson, unaddress, unnamePerson } from './receivers-store.ts'
import { proposals } from './rules.ts'
import { tellReceivers, toldWords } from './send.ts'
import type { WarningDeps } from './shown.ts'
import { versionsOf, type Warning } from './store.ts'

const ENDED = 'Deze waarschuwing is voorbij.'
const here = ({ id }: Warning) => `${PLACE}/${id}`

/** Who comes after it was sent hears of it as the others did; in a sentence to how many people it went. */
async function tellLater(asked: A, warning: Warning, only: readonly string[]): Promise<string> {
  const { tx, municipality, who } = asked
  if (warning.state !== 'sent' || warning.label === null || only.length === 0) return ''
  await reads(asked, warning)
  const [words] = await versionsOf(tx, municipality.id, warning.id, 1)
  if (words === undefined) return ''
  return ` ${toldWords(await tellReceivers(asked, { ...warning, label: warning.label }, words, who.id, only))}`
}

/** Why a label keeps somebody out who works elsewhere. */
const notAdmitted = (label: Tlp): string =>
  atDoor(label, 'page').reach === 'clients'
    ? 'Dit label laat deze persoon niet toe: de organisatie is geen ontvanger. Voeg eerst die organisatie toe.'
    : 'Dit label laat deze persoon niet toe: het blijft binnen de gemeente. Kies een collega.'

async function addReceivers(asked: A, warning: Warning, deps: WarningDeps) {
  const { tx, municipality, sent, who } = asked
  if (warning.ended !== null) return tooLate(ENDED)
  if (!['clients', 'community', 'everyone'].includes(atDoor(warning.label, 'page').reach))
    return notRight(asked, deps, warning, { '': 'Dit label laat geen organisaties toe.' })
  const { typed, held, problems } = readForm(ADDRESSED, sent)
  if (!held) return notRight(asked, deps, warning, problems)
  if (typed.organisatie === '' && typed.groep === '')
    return notRight(asked, deps, warning, { organisatie: 'Kies een organisatie of een groep.' })
  const of = [
    typed.organisatie === '' ? [] : [{ ids: [typed.organisatie], why: 'gekozen' }],
    typed.groep === ''
      ? []
      : [{ ids: await inCluster(tx, municipality.id, typed.groep), why: `groep ${CLUSTER_NAMES[typed.groep]}` }],
  ].flat()
  const came: string[] = []
  for (const { ids, why } of of) came.push(...(await address(tx, municipality.id, warning.id, who.id, ids, why)))
  const added = came.length
  if (added === 0)
    return notRight(asked, deps, warning, {
      [typed.organisatie === '' ? 'groep' : 'organisatie']:
        'Hier komt niemand bij: zij staan er al, of het label laat hen niet toe.',
    })
  const detail = { added }
  await record(tx, municipality.id, { act: 'warning.addressed', object: `warning/${warning.id}`, detail })
  const told = added === 1 ? 'Er kwam één organisatie bij.' : `Er kwamen ${added} organisaties bij.`
  return go(here(warning), told + (await tellLater(asked, warning, came)))
}

async function addPerson(asked: A, warning: Warning, deps: WarningDeps) {
  const { tx, municipality, sent, who } = asked
  if (warning.ended !== null) return tooLate(ENDED)
  if (warning.label === null) return notYet('Kies eerst een label.')
  const { held, problems } = readForm(NAMED, sent)
  if (!held) return notRight(asked, deps, warning, problems)
  const people = await nameable(tx, municipality.id, warning.id, PERMISSIONS['warning.read'])
  const person = people.find(({ id }) => id === held.persoon)
  if (!person) return notRight(asked, deps, warning, { persoon: 'Deze persoon kan hier niets lezen. Kies een ander.' })
  if (!person.admitted) return notRight(asked, deps, warning, { persoon: notAdmitted(warning.label) })
  if (!(await namePerson(tx, municipality.id, warning.id, held.persoon, who.id)))
    return go(here(warning), 'Deze persoon was al genoemd. Er ging geen nieuw bericht.')
  const detail = { person: held.persoon }
  await record(tx, municipality.id, { act: 'warning.addressed', object: `warning/${warning.id}`, detail })
  return go(here(warning), `De persoon is genoemd.${await tellLater(asked, warning, [held.persoon])}`)
}

async function removeReceiver(asked: A, warning: Warning) {
  const { tx, municipality, sent } = asked
  if (warning.ended !== null) return tooLate(ENDED)
  const organisation = sent.mark('weg')
  if (!UUID.test(organisation)) return go(here(warning))
  await unaddress(tx, municipality.id, warning.id, organisation)
  const detail = { organisation }
  await record(tx, municipality.id, { act: 'warning.unaddressed', object: `warning/${warning.id}`, detail })
  return go(here(warning), 'De organisatie is geen ontvanger meer.')
}

async function removePerson(asked: A, warning: Warning) {
  const { tx, municipality, sent } = asked
  if (warning.ended !== null) return tooLate(ENDED)
  const person = sent.mark('weg')
  if (!UUID.test(person)) return go(here(warning))
  await unnamePerson(tx, municipality.id, warning.id, person)
  await record(tx, municipality.id, { act: 'warning.unaddressed', object: `warning/${warning.id}`, detail: { person } })
  return go(here(warning), 'De persoon is niet meer genoemd.')
}

/** Keeps what a person says of proposals; whose site uses it becomes a receiver, where the label lets it. */
async function sayMatches(asked: A, warning: Warning, deps: WarningDeps) {
  const { tx, municipality, sent, who } = asked
  await reads(asked, warning)
  const [words] = await versionsOf(tx, municipality.id, warning.id, 1)
  const chosen = new Set(readForm(MATCHED, sent).typed.past)
  const fits = sent.mark('zegt') === 'ja'
  const known = await knownThings(tx, municipality.id, {
    registers: deps.registers,
    norms: deps.catalogue.norms,
  })
  const said = proposals(words?.products ?? [], known).filter(({ known: { kind, id } }) => chosen.has(`${kind}/${id}`))
  if (said.length === 0) return go(here(warning), 'Er is niets aangevinkt.')
  for (const { known: each, why } of said)
    await sayMatch(tx, municipality.id, warning.id, who.id, { ...each, why, fits })
  const users = fits ? said.flatMap(({ known: { organisation } }) => organisation ?? []) : []
  const added = await address(tx, municipality.id, warning.id, who.id, users, 'gebruikt het product')
  const detail = { said: said.length, fits, added: added.length }
  await record(tx, municipality.id, { act: 'warning.matched', object: `warning/${warning.id}`, detail })
  const more = added.length === 0 ? 'Er kwam geen ontvanger bij.' : `Ontvangers erbij: ${added.length}.`
  return go(here(warning), `Vastgelegd. ${more}${await tellLater(asked, warning, added)}`)
}

export const receiverRoutes = (deps: WarningDeps): readonly Route<Tx>[] =>
  (
    [
      ['ontvangers', addReceivers],
      ['ontvangers/weg', removeReceiver],
      ['personen', addPerson],
      ['personen/weg', removePerson],
      ['past', sayMatches],
    ] as const
  ).map(([name, act]) => ({
    method: 'POST',
    path: `/waarschuwingen/:warning/${name}`,
    may: 'warning.write',
    answer: withWarning(deps, act),
  }))
