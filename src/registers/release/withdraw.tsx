/** Takes an entry away from everybody, with a reason: asked by one, done by another. */
import type { Register } from '../../model/register.ts'
import type { Tx } from '../../db/as.ts'
import { Area, Button, Buttons, ErrorSummary, Form, none, type Problems } from '../../web/desk/form.tsx'
import { DeskPage } from '../../web/desk/page.tsx'
import { forbidden, go, notYet, page, tooLate, type DeskView, type Route } from '../../web/desk/route.ts'
import { filled, readForm, text } from '../../web/desk/schema.ts'
import { moment } from '../../web/language.ts'
import { Heading, Notice, Text } from '../../web/parts.tsx'
import { onEntry, type ReleaseDeps } from './doors.ts'
import { crumbsOf } from './page.tsx'
import { waitsFor, whyNotAskWithdrawal, whyNotWithdraw, type ReleaseFacts } from './rules.ts'
import { askWithdrawal, dropWithdrawal, nameOf, releasePath, withdraw, type Doing } from './store.ts'

type Props = { view: DeskView; doing: Doing; facts: ReleaseFacts; problems?: Problems }

function WithdrawPage({ view, doing, facts, problems = none }: Props) {
  const { register, entry } = doing
  const at = `/balie/registers/${register.id}/${entry.id}/intrekken`
  const why = whyNotAskWithdrawal(facts, view.who, register)
  return (
    <DeskPage view={view} title="Intrekken" crumbs={crumbsOf(doing)}>
      <p className="ld-kicker">{nameOf(register, entry)}</p>
      <Heading level={1}>Intrekken</Heading>
      <ErrorSummary problems={problems} />
      <Text lead>
        Na het intrekken kan niemand buiten de gemeente dit nog lezen, ook eerdere versies niet. Op het webadres staat
        dan wanneer en waarom het is ingetrokken.
      </Text>
      <Text>Is iets alleen veranderd of weggehaald? Pas het dan aan en maak de nieuwe versie openbaar.</Text>
      {waitsFor(facts) === 'withdrawal' ? (
        <Asked view={view} facts={facts} at={at} register={register} />
      ) : why === undefined ? (
        <Form view={view} action={at}>
          <Area
            name="reden"
            label="Waarom trekt u dit in?"
            hint="Iedereen kan deze reden lezen. Noem geen personen."
            rows={3}
            maxLength={500}
            problems={problems}
          />
          <Buttons>
            <Button>Een collega vragen dit in te trekken</Button>
          </Buttons>
        </Form>
      ) : (
        <Text>{why}</Text>
      )}
    </DeskPage>
  )
}

function Asked({ view, facts, at, register }: { view: DeskView; facts: ReleaseFacts; at: string; register: Register }) {
  const { byName, text, at: when } = facts.last!
  const why = whyNotWithdraw(facts, view.who, register)
  return (
    <Notice title="Iemand vroeg om dit in te trekken">
      <Text>
        {byName}, {moment('nl', when)}: “{text}”
      </Text>
      {why === undefined ? (
        <Form view={view} action={`${at}/bevestigen`}>
          <Buttons>
            <Button>Intrekken</Button>
          </Buttons>
        </Form>
      ) : (
        <Text>{why}</Text>
      )}
      <Form view={view} action={`${at}/toch-niet`}>
        <Buttons>
          <Button kind="secondary">Openbaar laten</Button>
        </Buttons>
      </Form>
    </Notice>
  )
}

const OVER = 'Niemand vraagt nog om dit in te trekken.'

const FIELDS = { reden: text(500, filled('Schrijf op waarom dit niet openbaar kan blijven.')) }

/** Asking to withdraw, withdrawing, and leaving it public after all. */
export const withdrawRoutes = (deps: ReleaseDeps): readonly Route<Tx>[] => [
  {
    method: 'GET',
    path: '/registers/:register/:entry/intrekken',
    may: 'register.read',
    answer: onEntry(deps, 'to-read', ({ view }, doing, facts) => page(<WithdrawPage {...{ view, doing, facts }} />)),
  },
  {
    method: 'POST',
    path: '/registers/:register/:entry/intrekken',
    may: 'register.edit',
    answer: onEntry(deps, 'to-change', async ({ view, who, sent }, doing, facts) => {
      const why = whyNotAskWithdrawal(facts, who, doing.register)
      if (why !== undefined) return notYet(why)
      const { held, problems } = readForm(FIELDS, sent)
      if (!held) return page(<WithdrawPage {...{ view, doing, facts, problems }} />, 422)
      await askWithdrawal(doing, facts, held.reden)
      return go(releasePath(doing.register.id, doing.entry.id), 'Gevraagd. Een collega trekt het in.')
    }),
  },
  {
    method: 'POST',
    path: '/registers/:register/:entry/intrekken/bevestigen',
    may: 'register.publish',
    answer: onEntry(deps, 'to-change', async ({ who }, doing, facts) => {
      const why = whyNotWithdraw(facts, who, doing.register)
      if (why !== undefined) return waitsFor(facts) === 'withdrawal' ? forbidden(why) : tooLate(OVER)
      await withdraw(doing, facts)
      return go(releasePath(doing.register.id, doing.entry.id), 'Ingetrokken. Dit is niet meer openbaar.')
    }),
  },
  {
    method: 'POST',
    path: '/registers/:register/:entry/intrekken/toch-niet',
    may: 'register.read',
    answer: onEntry(deps, 'to-change', async ({ who }, doing, facts) => {
      if (waitsFor(facts) !== 'withdrawal') return tooLate(OVER)
      if (facts.last!.by !== who.id && whyNotWithdraw(facts, who, doing.register) !== undefined)
        return forbidden('Wie dit vroeg of mag intrekken, beslist hierover.')
      await dropWithdrawal(doing, facts)
      return go(releasePath(doing.register.id, doing.entry.id), 'Dit blijft openbaar.')
    }),
  },
]
