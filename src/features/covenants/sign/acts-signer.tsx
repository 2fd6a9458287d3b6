/** What the desk does with one participant: a link, a step, a suspension that is told first. */
import { z } from 'zod'
import type { Tx } from '../../../db/as.ts'
import { contactOf } from '../../../db/contact.ts'
import { queueMessage } from '../../../db/messages.ts'
import { closeTasks } from '../../../db/tasks.ts'
import { day } from '../../../lib/day.ts'
import { daysAfter, isDate } from '../../../lib/iso-date.ts'
import type { Letter } from '../../../model/letter.ts'
import { go, notYet, type Asked, type Reply, type Route } from '../../../web/desk/route.ts'
import { emptyOr, filled, oneOf, readForm, text, thatIs, word } from '../../../web/desk/schema.ts'
import { giveNotice, takeStep } from './desk-store.ts'
import { handOver } from './hand-over.tsx'
import { isFixed, mailLinks } from './invite.ts'
import { noticeLetter, stepLetter } from './letters.ts'
import { BASE, placeOf, signerPage, withSigner, type SignerFacts } from './page-signer.tsx'
import { NOTICE_DAYS, heard, steered } from './part-steps.tsx'

const about = async ({ tx, municipality }: Asked<Tx>, { covenant, signer }: SignerFacts) => ({
  title: covenant.title,
  organisation: signer.name,
  name: signer.contactName,
  city: municipality.name,
  contact: await contactOf(tx, municipality.id),
})

/** Writes to the contact, when there is an address. `key`: once. */
async function write(
  { tx, municipality, who }: Asked<Tx>,
  { covenant, signer }: SignerFacts,
  letter: Letter,
  key: string,
) {
  if (signer.contactEmail === '') return
  await queueMessage(tx, municipality.id, {
    recipient: signer.contactEmail,
    ...letter,
    kind: 'covenant-steer',
    key,
    object: `covenant/${covenant.id}`,
    by: who.id,
  })
}

async function link(asked: Asked<Tx>, facts: SignerFacts): Promise<Reply> {
  const { covenant, signer } = facts
  if (signer.state === 'left') return notYet('Deze partij doet niet meer mee.')
  const final = await isFixed(asked, covenant.id)
  const count = await mailLinks(asked, covenant.id, { final, which: ({ id }) => id === signer.id })
  // No mail goes out, there is no address, or this party is not asked anything now: the link is given by hand.
  return count === 0
    ? handOver(asked, facts)
    : go(placeOf(facts), 'De nieuwe link gaat per e-mail weg. De oude werkt niet meer.')
}

async function stap(asked: Asked<Tx>, facts: SignerFacts): Promise<Reply> {
  const { held, typed, problems } = readForm(
    { stap: word(oneOf(heard(facts.signer), 'Kies wat de partij liet weten.')), reden: text(2_000, z.string()) },
    asked.sent,
    [
      {
        field: 'reden',
        holds: ({ stap: step, reden }) => reden !== '' || step === 'unnamed' || step === 'resumed',
        says: 'Schrijf de reden, en hoe de partij het liet weten.',
      },
    ],
  )
  if (!held) return signerPage(asked, { problems, typed })
  await takeStep(asked, { id: facts.signer.id, covenant: facts.covenant.id }, { step: held.stap, reason: held.reden })
  return go(placeOf(facts), 'Vastgelegd.')
}

/** What the party said is no task any more. */
async function gezien({ tx, municipality }: Asked<Tx>, facts: SignerFacts): Promise<Reply> {
  const kinds = facts.unseen.map(({ kind }) => kind)
  // Seen twice: nothing waits any more.
  if (kinds.length > 0) await closeTasks(tx, municipality.id, `covenant/${facts.covenant.id}`, kinds)
  return go(placeOf(facts), 'Gezien.')
}

async function aankondiging(asked: Asked<Tx>, facts: SignerFacts): Promise<Reply> {
  const { today, who } = asked
  const { signer, covenant } = facts
  if (signer.state !== 'joined' && signer.state !== 'paused') return notYet('Deze partij doet nu niet mee.')
  const first = daysAfter(today, NOTICE_DAYS)
  const { held, typed, problems } = readForm(
    {
      waarom: text(2_000, filled('Schrijf waarom de stuurgroep wil schorsen.')),
      ingaand: word(
        thatIs((day) => isDate(day) && day >= first, `Kies een dag die minstens ${NOTICE_DAYS} dagen verder ligt.`),
      ),
    },
    asked.sent,
  )
  if (!held) return signerPage(asked, { problems, typed })
  await giveNotice(asked, { id: signer.id, covenant: covenant.id }, { reason: held.waarom, from: held.ingaand })
  const letter = noticeLetter(await about(asked, facts), who, { reason: held.waarom, from: held.ingaand })
  await write(asked, facts, letter, `covenant-notice/${signer.id}/${facts.notices.length + 1}`)
  return go(placeOf(facts), 'Aangekondigd. De partij krijgt hierover een brief.')
}

async function besluit(asked: Asked<Tx>, facts: SignerFacts): Promise<Reply> {
  const { today, who } = asked
  const { signer, covenant, notices, steps } = facts
  const { held, typed, problems } = readForm(
    {
      besluit: word(oneOf(steered(signer, notices, today), 'Kies wat de stuurgroep besloot.')),
      motivering: text(2_000, filled('Schrijf waarom.')),
      tot: word(emptyOr((day) => isDate(day) && day > today, 'Kies een dag na vandaag.')),
    },
    asked.sent,
    [
      {
        field: 'tot',
        holds: ({ besluit: step, tot }) => step !== 'extended' || tot !== '',
        says: 'Vul in tot wanneer de partij meer tijd krijgt.',
      },
      {
        field: 'tot',
        holds: ({ tot }) => covenant.endsOn === null || tot <= covenant.endsOn,
        says: `Dit convenant eindigt op ${day('nl', covenant.endsOn ?? today)}. Kies een dag die daarvoor ligt.`,
      },
    ],
  )
  if (!held) return signerPage(asked, { problems, typed })
  const step = held.besluit as 'suspended' | 'restored' | 'extended'
  const until = step === 'extended' ? held.tot : null
  await takeStep(asked, { id: signer.id, covenant: covenant.id }, { step, reason: held.motivering, until })
  const said = { step, reason: held.motivering, ...(until === null ? {} : { until }) }
  await write(
    asked,
    facts,
    stepLetter(await about(asked, facts), who, said),
    `covenant-step/${signer.id}/${steps.length + 1}`,
  )
  return go(placeOf(facts), 'Vastgelegd. De partij krijgt hierover een brief.')
}

/** Every act on the page of one participant. */
export const signerActs: readonly Route<Tx>[] = [
  { method: 'POST', path: `${BASE}/link`, may: 'covenant.write', answer: withSigner(link) },
  { method: 'POST', path: `${BASE}/gezien`, may: 'covenant.write', answer: withSigner(gezien) },
  { method: 'POST', path: `${BASE}/stap`, may: 'covenant.write', answer: withSigner(stap) },
  { method: 'POST', path: `${BASE}/aankondiging`, may: 'covenant.steer', answer: withSigner(aankondiging) },
  { method: 'POST', path: `${BASE}/besluit`, may: 'covenant.steer', answer: withSigner(besluit) },
]
