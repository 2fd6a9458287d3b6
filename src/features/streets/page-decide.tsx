/** The acts at one premises: which of two counts, the outcome by name, and the letter to the owner. */
import type { Tx } from '../../db/as.ts'
import { record } from '../../db/audit.ts'
import { contactOf } from '../../db/contact.ts'
import { queueMessage } from '../../db/messages.ts'
import { closeTasks } from '../../db/tasks.ts'
import { isEmail } from '../../lib/mail-address.ts'
import { hashOfToken } from '../../lib/token.ts'
import { addWorkingDays } from '../../lib/working-days.ts'
import { todayIn } from '../../web/language.ts'
import { DeskPage } from '../../web/desk/page.tsx'
import { forbidden, go, missing, notYet, overtaken, page, type Asked, type Route } from '../../web/desk/route.ts'
import { emptyOr, filled, readForm, text, word } from '../../web/desk/schema.ts'
import { Heading, Text } from '../../web/parts.tsx'
import { walkPath, type StreetDeps, type Walk, type Whole } from './here.ts'
import { findingsOf, untilOf } from './findings.ts'
import { choose } from './inspections-store.ts'
import { ownerLetter } from './letters.ts'
import { addLetter, addOutcome } from './outcomes-store.ts'
import { LONGEST_WORDS, nextOwner, ownerSecret, settle, TERM_TO_REACT, type Decided } from './rules.ts'
import { walkAt, walkPage } from './page-walk.tsx'
import { basisOfWalk, mayDecide, typedHere } from './part-walk.tsx'

const LOOKED = 'Wie keek, kiest niet tussen wat beiden zagen. Vraag een collega.'
const TYPED = 'Wie een blad overtypte, stelt de uitkomst niet vast. Vraag een collega.'
const CHOICE = {
  welke: word(filled('Kies welke telt.')),
  waarom: text(LONGEST_WORDS, filled('Schrijf waarom deze telt.')),
}
const OWNER = {
  email: text(320, emptyOr(isEmail, 'Vul een e-mailadres in zoals naam@voorbeeld.nl, of laat het leeg.')),
}
/** The letter to this owner, until when a reaction is waited for. */
async function letterTo(
  { tx, municipality, who, origin }: Asked<Tx>,
  { key }: StreetDeps,
  { whole, walk }: { readonly whole: Whole; readonly walk: Walk },
  { until, owner }: { readonly until: string; readonly owner: number },
) {
  return ownerLetter({
    city: municipality.name,
    premises: walk.premises.name,
    street: whole.street.name,
    link: `${origin}/schouw/${ownerSecret(key, whole.round.id, walk.premises.id, owner)}`,
    until,
    seenOn: walk.outcome!.seenOn,
    repaired: walk.outcome!.no > 1 && owner === 1,
    sender: { name: who.name, function: who.function },
    contact: await contactOf(tx, municipality.id),
  })
}

/** The day on which it was seen last. */
const seenOn = ({ seen }: Walk): string =>
  seen
    .flatMap(({ counts }) => (counts ? [todayIn(counts.seenAt)] : []))
    .toSorted()
    .at(-1)!

export const decideRoutes = (deps: StreetDeps): readonly Route<Tx>[] => [
  {
    method: 'POST',
    path: '/straten/:street/rondes/:round/panden/:premises/kies',
    may: 'street.decide',
    answer: async (asked) => {
      const at = await walkAt(asked, deps)
      if (!at) return missing
      const { tx, municipality, who, sent } = asked
      if (!mayDecide(asked, at.whole)) return forbidden(LOOKED)
      const newest = at.walk.seen.map((each) => each.newest).find(([first]) => first?.id === sent.mark('inzending'))
      if (!newest || newest.length < 2) return missing
      const { held, problems } = readForm(CHOICE, sent)
      if (!held) return page(await walkPage(asked, at, { problems }), 422)
      if (!newest.some(({ hash }) => hash === held.welke)) return missing
      await choose(tx, municipality.id, who.id, { id: newest[0]!.id, hash: held.welke, reason: held.waarom })
      await record(tx, municipality.id, { act: 'inspection.chosen', object: `premises/${at.walk.premises.id}` })
      return go(walkPath(at.whole.street.id, at.whole.round.id, at.walk.premises.id), 'Deze inzending telt.')
    },
  },
  {
    method: 'POST',
    path: '/straten/:street/rondes/:round/panden/:premises/uitkomst',
    may: 'street.decide',
    answer: async (asked) => {
      const at = await walkAt(asked, deps)
      if (!at) return missing
      const { tx, municipality, who, sent } = asked
      const { whole, walk } = at
      if (!mayDecide(asked, whole)) return forbidden(LOOKED)
      if (typedHere(asked, whole, walk)) return forbidden(TYPED)
      if (!walk.compared) return notYet('Nog niet van beide schouwers telt er een inzending.')
      if (sent.mark('basis') !== basisOfWalk(walk)) return overtaken()
      const differ = walk.compared.filter(({ agreed }) => !agreed).map(({ question }) => question.id)
      const names = [...differ.flatMap((id) => [`keuze-${id}`, `reden-${id}`]), 'herstel']
      const typed = Object.fromEntries(names.map((name) => [name, sent.text(name, LONGEST_WORDS)]))
      const decided: Decided = Object.fromEntries(
        differ.map((id) => [id, { answer: typed[`keuze-${id}`]!, reason: typed[`reden-${id}`]! }]),
      )
      const result = settle(walk.compared, decided)
      const reason = walk.outcome ? typed['herstel']! : ''
      const problems = {
        ...('problems' in result ? result.problems : {}),
        ...(walk.outcome && reason === '' ? { herstel: 'Schrijf waarom u de uitkomst herstelt.' } : {}),
      }
      if (!('settled' in result) || Object.keys(problems).length > 0)
        return page(await walkPage(asked, at, { problems, filled: typed }), 422)
      const on = seenOn(walk)
      const by = whole.inspectors.map(({ function: what }) => what).join(' en ')
      const findings = findingsOf(deps.catalogue, whole.questions, walk.premises.id, result.settled, { on, by })
      await addOutcome(tx, municipality.id, who.id, {
        round: whole.round.id,
        premises: walk.premises.id,
        no: (walk.outcome?.no ?? 0) + 1,
        answers: result.settled,
        reason,
        seenOn: on,
        until: untilOf(findings, on),
        findings,
      })
      await closeTasks(tx, municipality.id, `street_round/${whole.round.id}/${walk.premises.id}`, ['street-reaction'])
      await record(tx, municipality.id, { act: 'premises.decided', object: `premises/${walk.premises.id}` })
      return go(
        walkPath(whole.street.id, whole.round.id, walk.premises.id),
        walk.letter
          ? 'De uitkomst is hersteld. Stuur haar aan de eigenaar: die kan weer tien werkdagen reageren.'
          : 'De uitkomst staat vast.',
      )
    },
  },
  {
    method: 'POST',
    path: '/straten/:street/rondes/:round/panden/:premises/brief',
    may: 'street.decide',
    answer: async (asked) => {
      const at = await walkAt(asked, deps)
      if (!at) return missing
      const { tx, municipality, who, sent, today } = asked
      const { whole, walk } = at
      const { street, round } = whole
      if (!mayDecide(asked, whole)) return forbidden(LOOKED)
      if (!walk.outcome) return notYet('Stel eerst de uitkomst vast.')
      const { held, problems, typed } = readForm(OWNER, sent)
      if (!held) return page(await walkPage(asked, at, { problems, email: typed.email }), 422)
      const here = walkPath(street.id, round.id, walk.premises.id)
      const owner = nextOwner(walk.letter)
      const secret = ownerSecret(deps.key, round.id, walk.premises.id, owner)
      const reactUntil = addWorkingDays(today, TERM_TO_REACT)
      const outcome = walk.outcome.no
      const letter = { outcome, owner, round: round.id, premises: walk.premises.id, secret: hashOfToken(secret) }
      if (!(await addLetter(tx, municipality.id, who.id, { ...letter, email: held.email, reactUntil })))
        return go(here, 'De eigenaar heeft de uitkomst al.')
      await record(tx, municipality.id, { act: 'premises.told', object: `premises/${walk.premises.id}` })
      if (held.email === '') return go(`${here}/brief`, 'Geef of stuur deze brief zelf.')
      await queueMessage(tx, municipality.id, {
        recipient: held.email,
        kind: 'street',
        key: `premises/${round.id}/${walk.premises.id}/told/${outcome}${owner === 1 ? '' : `/${owner}`}`,
        object: `premises/${walk.premises.id}`,
        by: who.id,
        ...(await letterTo(asked, deps, at, { until: reactUntil, owner })),
      })
      return go(here, 'De uitkomst gaat per e-mail naar de eigenaar.')
    },
  },
  {
    method: 'GET',
    path: '/straten/:street/rondes/:round/panden/:premises/brief',
    may: 'street.decide',
    answer: async (asked) => {
      const at = await walkAt(asked, deps)
      if (!at?.walk.letter || !at.walk.outcome) return missing
      const { reactUntil: until, owner } = at.walk.letter
      const { subject, body } = await letterTo(asked, deps, at, { until, owner })
      const here = walkPath(at.whole.street.id, at.whole.round.id, at.walk.premises.id)
      const crumbs = [{ name: at.walk.premises.name, to: here }]
      return page(
        <DeskPage view={asked.view} title="Brief aan de eigenaar" crumbs={crumbs}>
          <Heading level={1}>Brief aan de eigenaar</Heading>
          <Text>Print deze brief, of geef de link zelf. Wie de link heeft, leest de uitkomst en kan reageren.</Text>
          <p className="ld-quiet">{subject}</p>
          <p className="ld-said">{body.replace('deze e-mail', 'deze brief')}</p>
        </DeskPage>,
      )
    },
  },
]
