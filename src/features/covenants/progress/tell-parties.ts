/** Tells the parties of a pledge by letter what was said of them, or answered. */
import type { Tx } from '../../../db/as.ts'
import { contactOf } from '../../../db/contact.ts'
import { queueMessage } from '../../../db/messages.ts'
import type { PledgeTerms } from '../../../model/covenant.ts'
import type { Asked } from '../../../web/desk/route.ts'
import { answered, missed, type Answered } from './letters.ts'
import { participations, type Followed, type Participation } from './terms-store.ts'
import { wordOf, type Verdict } from './verdict-rules.ts'

type About = { readonly covenant: Followed; readonly pledge: PledgeTerms }
type Telling = Pick<Asked<Tx>, 'tx' | 'municipality' | 'origin' | 'who'>

async function aboutOf({ tx, municipality, origin }: Telling, { covenant, pledge }: About) {
  const contact = await contactOf(tx, municipality.id)
  const link = `${origin}/balie/onze-afspraken/${covenant.id}/afspraken/${pledge.id}`
  return { city: municipality.name, pledge: pledge.title, contact, link }
}

/** That a pledge was not kept. `planOf`: the party that a plan is asked of; of all together it is the municipality. */
export async function tellMissed(
  asked: Telling,
  about: About,
  {
    verdict,
    hear,
    planOf,
    planDue,
    objectUntil,
  }: {
    readonly verdict: string
    readonly hear: readonly Participation[]
    readonly planOf: Participation | undefined
    readonly planDue: string | null
    readonly objectUntil: string | null
  },
): Promise<void> {
  const of = await aboutOf(asked, about)
  for (const each of hear.filter((one) => one.contact.email !== ''))
    await queueMessage(asked.tx, asked.municipality.id, {
      recipient: each.contact.email,
      kind: 'pledge',
      key: `pledge-verdict/${verdict}${each === planOf ? '' : `/${each.party}`}`,
      object: `organisation/${each.party}`,
      by: asked.who.id,
      ...missed({ ...of, name: each.contact.name, objectUntil, planDue: each === planOf ? planDue : null }),
    })
}

/** That what it wrote was answered: the party it is about, and of all together whoever objected. */
export async function tellAnswered(
  asked: Telling,
  about: About,
  verdict: Verdict,
  { what, text }: { readonly what: Answered; readonly text: string },
): Promise<void> {
  const said = new Set(verdict.words.map(({ organisation }) => organisation))
  const parties = await participations(asked.tx, asked.municipality.id, about.covenant.id)
  const hear = parties.filter(({ party }) => (verdict.whole ? said.has(party) : verdict.organisation === party))
  const of = await aboutOf(asked, about)
  for (const { party, contact } of hear.filter((one) => one.contact.email !== ''))
    await queueMessage(asked.tx, asked.municipality.id, {
      recipient: contact.email,
      kind: 'pledge',
      key: `${wordOf(verdict)}/${what}/${party}`,
      object: `organisation/${party}`,
      by: asked.who.id,
      ...answered({ ...of, name: contact.name, what, text }),
    })
}
