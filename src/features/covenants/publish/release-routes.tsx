/** The acts by which a covenant becomes public, or is so no more; and the answer to a party that objects. */
import type { Tx } from '../../../db/as.ts'
import { record } from '../../../db/audit.ts'
import { contactOf } from '../../../db/contact.ts'
import { queueMessage } from '../../../db/messages.ts'
import { closeTasks } from '../../../db/tasks.ts'
import { allows } from '../../../vocabulary/roles.ts'
import {
  forbidden,
  go,
  missing,
  notYet,
  overtaken,
  page,
  tooLate,
  type Asked,
  type Reply,
  type Route,
} from '../../../web/desk/route.ts'
import { filled, oneOf, readForm, text, ticked, word } from '../../../web/desk/schema.ts'
import { covenantById, type Covenant } from '../store.ts'
import { objectionLetter } from './letters.ts'
import { releasePage } from './release-page.tsx'
import { documentOf, printOf } from './document-store.ts'
import {
  askWithdrawal,
  dropWithdrawal,
  factsOf,
  publish,
  release,
  releasePath,
  takeBack,
  withdraw,
  type Doing,
  type Facts,
} from './release-store.ts'
import { answerObjection, toldOf } from './told-store.ts'

type Then = (asked: Asked<Tx>, doing: Doing & { readonly covenant: Covenant }, facts: Facts) => Promise<Reply>
const onCovenant =
  (then: Then) =>
  async (asked: Asked<Tx>): Promise<Reply> => {
    const { tx, municipality, who, params } = asked
    const covenant = await covenantById(tx, municipality.id, params['covenant']!, 'to-change')
    if (!covenant) return missing
    const facts = await factsOf(tx, municipality.id, covenant.id)
    return then(asked, { tx, municipality: municipality.id, who, covenant }, facts)
  }
const again = async (
  { tx, municipality, view, today }: Asked<Tx>,
  { covenant }: { covenant: Covenant },
  problems: Readonly<Record<string, string>>,
) => page(await releasePage(tx, municipality.id, view, covenant, today, problems), 422)

const OVER = 'Dit wacht niet meer op een collega.'
const READ_AGAIN = 'Wat vrijgegeven is, veranderde terwijl u het las. Er is niets openbaar gemaakt. Lees het opnieuw.'
const WHY = { reden: text(1_000, filled('Schrijf op waarom.')) }
const RELEASE = { adviezen: ticked }
const ANSWER = {
  antwoord: text(4_000, filled('Schrijf uw antwoord aan de partij.')),
  verder: word(oneOf(['wel', 'niet'], 'Kies wat er met de naam gebeurt.')),
}
const place = '/convenanten/:covenant/openbaar'

export const releaseRoutes: readonly Route<Tx>[] = [
  {
    method: 'GET',
    path: place,
    may: 'covenant.read',
    answer: async ({ tx, municipality, params, view, today }) => {
      const covenant = await covenantById(tx, municipality.id, params['covenant']!)
      return covenant ? page(await releasePage(tx, municipality.id, view, covenant, today)) : missing
    },
  },
  {
    method: 'POST',
    path: `${place}/vrijgeven`,
    may: 'covenant.write',
    answer: onCovenant(async ({ sent }, doing, facts) => {
      if (facts.final === undefined) return notYet('Eerst moet er een vastgestelde versie zijn.')
      if (facts.last?.step === 'released' || facts.last?.step === 'withdrawal-asked')
        return notYet('Een collega kijkt er al naar. Haal de vrijgave eerst terug.')
      if (sent.mark('versie') !== String(facts.final)) return overtaken()
      await release(doing, facts, readForm(RELEASE, sent).typed.adviezen.includes('ja'))
      return go(releasePath(doing.covenant.id), 'Vrijgegeven. Een collega maakt het openbaar.')
    }),
  },
  {
    method: 'POST',
    path: `${place}/terug`,
    may: 'covenant.read',
    answer: onCovenant(async (asked, doing, facts) => {
      const { who, sent } = asked
      if (facts.last?.step !== 'released') return tooLate(OVER)
      const own = facts.last.by === who.id
      if (!own && !allows(who.roles, 'covenant.publish'))
        return forbidden('Wie het vrijgaf of openbaar mag maken, doet dit.')
      const { held, problems } = readForm(WHY, sent)
      if (!held && !own) return again(asked, doing, problems)
      await takeBack(doing, facts, held?.reden ?? '')
      return go(releasePath(doing.covenant.id), 'De vrijgave is teruggenomen.')
    }),
  },
  {
    method: 'POST',
    path: place,
    may: 'covenant.publish',
    answer: onCovenant(async ({ tx, municipality, who, sent }, doing, facts) => {
      const { last } = facts
      if (last?.step !== 'released') return tooLate(OVER)
      if (last.by === who.id) return forbidden('U gaf dit zelf vrij. Een collega maakt het openbaar.')
      if (facts.final !== last.version) return overtaken('Er is intussen een nieuwere versie vastgesteld.')
      const document = await documentOf(tx, municipality.id, doing.covenant, last.version, last.opinions)
      if (sent.mark('stuk') !== printOf(document)) return overtaken(READ_AGAIN)
      await publish(doing, facts)
      return go(releasePath(doing.covenant.id), 'Iedereen kan dit nu lezen.')
    }),
  },
  {
    method: 'POST',
    path: `${place}/intrekken`,
    may: 'covenant.publish',
    answer: onCovenant(async (asked, doing, facts) => {
      if (!facts.shown) return notYet('Dit is niet openbaar.')
      if (facts.last?.step === 'released' || facts.last?.step === 'withdrawal-asked')
        return notYet('Er wacht al iets op een collega. Beslis daar eerst over.')
      const { held, problems } = readForm(WHY, asked.sent)
      if (!held) return again(asked, doing, problems)
      await askWithdrawal(doing, facts, held.reden)
      return go(releasePath(doing.covenant.id), 'Een collega beslist hierover.')
    }),
  },
  {
    method: 'POST',
    path: `${place}/intrekken/laten`,
    may: 'covenant.publish',
    answer: onCovenant(async (_, doing, facts) => {
      if (facts.last?.step !== 'withdrawal-asked') return tooLate(OVER)
      await dropWithdrawal(doing, facts)
      return go(releasePath(doing.covenant.id), 'Het blijft openbaar.')
    }),
  },
  {
    method: 'POST',
    path: `${place}/intrekken/bevestigen`,
    may: 'covenant.publish',
    answer: onCovenant(async ({ who }, doing, facts) => {
      if (facts.last?.step !== 'withdrawal-asked') return tooLate(OVER)
      if (facts.last.by === who.id) return forbidden('U vroeg dit zelf. Een collega trekt het in.')
      await withdraw(doing, facts)
      return go(releasePath(doing.covenant.id), 'Het is niet meer openbaar.')
    }),
  },
  {
    method: 'POST',
    path: `${place}/:told/antwoord`,
    may: 'covenant.write',
    answer: onCovenant(async (asked, doing) => {
      const { tx, municipality, params, who, sent } = asked
      const told = (await toldOf(tx, municipality.id, doing.covenant.id)).find(({ id }) => id === params['told'])
      if (!told || told.objectedAt === null) return missing
      const { held, problems } = readForm(ANSWER, sent)
      if (!held) return again(asked, doing, problems)
      const goesOn = held.verder === 'wel'
      const said = { text: held.antwoord, goesOn, by: who.id }
      if (!(await answerObjection(tx, municipality.id, told.id, said))) return tooLate('Dit bezwaar is al beantwoord.')
      if (told.email !== '')
        await queueMessage(tx, municipality.id, {
          recipient: told.email,
          kind: 'covenant-told',
          key: `covenant-told/${told.id}/answer`,
          object: `covenant/${doing.covenant.id}`,
          by: who.id,
          ...objectionLetter({
            name: told.name,
            answer: held.antwoord,
            goesOn,
            by: who.function,
            city: municipality.name,
            contact: await contactOf(tx, municipality.id),
          }),
        })
      await closeTasks(tx, municipality.id, `told/${told.id}`, ['covenant-objection'])
      await record(tx, municipality.id, {
        act: 'covenant.objection-answered',
        object: `covenant/${doing.covenant.id}`,
        detail: { named: goesOn },
      })
      return go(releasePath(doing.covenant.id), 'Uw antwoord gaat per e-mail naar de partij.')
    }),
  },
]
