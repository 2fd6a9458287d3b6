/** What becomes public of an entry: released by one, published by another, or sent back with a reason. */
import type { Tx } from '../../db/as.ts'
import type { Values } from '../../model/register.ts'
import { ErrorSummary, none, type Problems } from '../../web/desk/form.tsx'
import { DeskPage } from '../../web/desk/page.tsx'
import { forbidden, go, notYet, overtaken, page, tooLate, type DeskView, type Route } from '../../web/desk/route.ts'
import { filled, readForm, text } from '../../web/desk/schema.ts'
import { Facts, Heading, Link, Notice, Section, Text } from '../../web/parts.tsx'
import { namesOf } from '../links-store.ts'
import { asPublic, type Names } from '../values.ts'
import { onEntry, type Opened, type ReleaseDeps } from './doors.ts'
import { Acts, Hiding, publicFacts, ReleaseForm, Shown, Waiting } from './parts.tsx'
import {
  problemsForPublication,
  waitsFor,
  whyNotAskWithdrawal,
  whyNotPublish,
  whyNotRelease,
  type ReleaseAct,
  type ReleaseFacts,
} from './rules.ts'
import { actsOf, nameOf, printOf, publish, release, releasePath, takeBack, valuesAt, type Doing } from './store.ts'

/** The way to the pages of publishing an entry. */
export const crumbsOf = ({ register, entry }: Pick<Doing, 'register' | 'entry'>) => [
  { name: register.title, to: `/balie/registers/${register.id}` },
  { name: `${entry.no} ${entry.title}`, to: `/balie/registers/${register.id}/${entry.id}` },
]

type Props = {
  readonly view: DeskView
  readonly doing: Doing
  readonly facts: ReleaseFacts
  /** Of the version that would become public. */
  readonly values: Values
  readonly version: number
  readonly acts: readonly ReleaseAct[]
  readonly names: Names
  readonly problems?: Problems
}

function ReleasePage({ view, doing, facts, values, version, acts, names, problems = none }: Props) {
  const { register, entry } = doing
  const [at, waits] = [releasePath(register.id, entry.id), waitsFor(facts)]
  const lacking = problemsForPublication(register, values)
  return (
    <DeskPage view={view} title="Openbaar maken" crumbs={crumbsOf(doing)}>
      <p className="ld-kicker">{nameOf(register, entry)}</p>
      <Heading level={1}>Openbaar maken</Heading>
      <ErrorSummary problems={problems} />
      <Text lead>
        Hieronder staat precies wat iedereen kan lezen. Eén persoon geeft het vrij. Een collega kijkt het na en maakt
        het openbaar.
      </Text>
      <Shown register={register} facts={facts} />
      {waits === 'withdrawal' ? (
        <Notice title="Iemand vroeg om dit in te trekken">
          <Text>
            <Link to={`/balie/registers/${register.id}/${entry.id}/intrekken`}>Beslis over intrekken</Link>
          </Text>
        </Notice>
      ) : waits === 'release' ? (
        <Waiting {...{ view, doing, facts, values, at, problems }} />
      ) : (
        <ReleaseForm {...{ view, facts, at, lacking, register, id: entry.id }} />
      )}
      {whyNotAskWithdrawal(facts, view.who, register) === undefined ? (
        <Text>
          <Link to={`/balie/registers/${register.id}/${entry.id}/intrekken`}>Vraag om dit in te trekken</Link>
        </Text>
      ) : null}
      <Section id="stuk" title={waits === 'release' ? `Versie ${version}, vrijgegeven` : `Versie ${version}`}>
        <Facts items={publicFacts(register, values, names)} />
        <Hiding fields={register.fields} values={values} />
      </Section>
      <Acts acts={acts} />
    </DeskPage>
  )
}

/** The page as it stands now, with what was not right. */
async function shownPage(view: DeskView, doing: Opened, facts: ReleaseFacts, problems?: Problems) {
  const { tx, municipality, house, register, entry } = doing
  const version = waitsFor(facts) === 'release' ? facts.last!.version : facts.newest
  const { values } = await valuesAt(tx, municipality, entry.id, version)
  const acts = await actsOf(tx, municipality, entry.id)
  const names = await namesOf(tx, municipality, house, asPublic(register), [values])
  const body = <ReleasePage {...{ view, doing, facts, values, version, acts, names, ...(problems && { problems }) }} />
  return page(body, problems === undefined ? undefined : 422)
}

const OVER = 'Dit wacht niet meer op een collega.'
const READ_AGAIN = 'Wat vrijgegeven is, veranderde terwijl u het las. Er is niets openbaar gemaakt. Lees het opnieuw.'

const SENT_BACK = { reden: text(1_000, filled('Schrijf op wat er eerst anders moet.')) }

/** Releasing and publishing. */
export const releaseRoutes = (deps: ReleaseDeps): readonly Route<Tx>[] => [
  {
    method: 'GET',
    path: '/registers/:register/:entry/openbaar-maken',
    may: 'register.read',
    answer: onEntry(deps, 'to-read', ({ view }, doing, facts) => shownPage(view, doing, facts)),
  },
  {
    method: 'POST',
    path: '/registers/:register/:entry/vrijgeven',
    may: 'register.edit',
    answer: onEntry(deps, 'to-change', async ({ view, who, sent }, doing, facts) => {
      const why = whyNotRelease(facts, who, doing.register)
      if (why !== undefined) return notYet(why)
      if (sent.mark('versie') !== String(facts.newest)) return overtaken()
      if (Object.keys(problemsForPublication(doing.register, doing.entry.values)).length > 0) {
        const text = 'Dit is nog niet vrijgegeven. Hieronder staat wat er eerst ingevuld moet zijn.'
        return shownPage(view, doing, facts, { '': text })
      }
      await release(doing, facts)
      return go(releasePath(doing.register.id, doing.entry.id), 'Vrijgegeven. Een collega maakt het openbaar.')
    }),
  },
  {
    method: 'POST',
    path: '/registers/:register/:entry/vrijgeven/terugnemen',
    may: 'register.edit',
    answer: onEntry(deps, 'to-change', async (_, doing, facts) => {
      if (waitsFor(facts) !== 'release') return tooLate(OVER)
      await takeBack(doing, facts, '')
      return go(releasePath(doing.register.id, doing.entry.id), 'De vrijgave is teruggenomen.')
    }),
  },
  {
    method: 'POST',
    path: '/registers/:register/:entry/openbaar-maken/terugsturen',
    may: 'register.publish',
    answer: onEntry(deps, 'to-change', async ({ view, sent }, doing, facts) => {
      if (waitsFor(facts) !== 'release') return tooLate(OVER)
      const { held, problems } = readForm(SENT_BACK, sent)
      if (!held) return shownPage(view, doing, facts, problems)
      await takeBack(doing, facts, held.reden)
      return go(releasePath(doing.register.id, doing.entry.id), 'De vrijgave is teruggestuurd.')
    }),
  },
  {
    method: 'POST',
    path: '/registers/:register/:entry/openbaar-maken',
    may: 'register.publish',
    answer: onEntry(deps, 'to-change', async ({ view, who, sent }, doing, facts) => {
      const { register, entry, tx, municipality } = doing
      const why = whyNotPublish(facts, who, doing.register)
      if (why !== undefined) return waitsFor(facts) === 'release' ? forbidden(why) : notYet(why)
      const { version } = facts.last!
      const { values } = await valuesAt(tx, municipality, entry.id, version)
      if (sent.mark('stuk') !== printOf(register, version, values)) return overtaken(READ_AGAIN)
      const lacking = problemsForPublication(register, values)
      if (Object.keys(lacking).length > 0)
        return shownPage(view, doing, facts, { '': Object.values(lacking).join(' ') })
      await publish(doing, facts)
      return go(releasePath(register.id, entry.id), 'Iedereen kan dit nu lezen.')
    }),
  },
]
