/** The frame of the short acts at a pledge: one form, and the two ways of its address. */
import type { Tx } from '../../../db/as.ts'
import type { PledgeTerms } from '../../../model/covenant.ts'
import { Button, Buttons, ErrorSummary, Form, none } from '../../../web/desk/form.tsx'
import type { Problems } from '../../../web/desk/form.tsx'
import { DeskPage } from '../../../web/desk/page.tsx'
import { missing, type Asked, type DeskView, type Reply, type Route } from '../../../web/desk/route.ts'
import { Heading, Link, Text } from '../../../web/parts.tsx'
import { onPledge, progressPlace } from './frame.tsx'
import { verdictsOf } from './store.ts'
import type { Followed } from './terms-store.ts'
import { standing, type Verdict } from './verdict-rules.ts'

type Shown = {
  readonly view: DeskView
  readonly covenant: Followed
  readonly pledge: PledgeTerms
  readonly title: string
  readonly lead?: string
  readonly action: string
  readonly button: string
  /** A file may go with it. */
  readonly files?: boolean
  readonly problems?: Problems
  readonly children: React.ReactNode
}

/** A page with one form about a pledge. */
export function SayPage({
  view,
  covenant,
  pledge,
  title,
  lead,
  action,
  button,
  files = false,
  problems = none,
  children,
}: Shown) {
  const place = progressPlace(covenant, pledge)
  return (
    <DeskPage
      view={view}
      title={title}
      crumbs={[
        { name: 'Voortgang', to: progressPlace(covenant) },
        { name: pledge.title, to: place },
      ]}
    >
      <p className="ld-kicker">{pledge.title}</p>
      <Heading level={1}>{title}</Heading>
      {lead === undefined ? null : <Text lead>{lead}</Text>}
      <ErrorSummary problems={problems} />
      <Form view={view} action={`${place}/${action}`} files={files}>
        {children}
        <Buttons>
          <Button>{button}</Button>
          <Link to={place}>Annuleren</Link>
        </Buttons>
      </Form>
    </DeskPage>
  )
}

/** A page with a form and what it does: the two ways of one address. */
export const formAt = (
  path: string,
  may: Route<Tx>['may'],
  open: (asked: Asked<Tx>, covenant: Followed, pledge: PledgeTerms) => Promise<Reply>,
  send: (asked: Asked<Tx>, covenant: Followed, pledge: PledgeTerms) => Promise<Reply>,
  limit?: number,
): readonly Route<Tx>[] => [
  { method: 'GET', path: `/convenanten/:covenant/voortgang/:pledge/${path}`, may, answer: onPledge(open) },
  {
    method: 'POST',
    path: `/convenanten/:covenant/voortgang/:pledge/${path}`,
    may,
    ...(limit === undefined ? {} : { limit }),
    answer: onPledge(send),
  },
]

/** With a verdict that stands, of the pledge of the address. */
export const onVerdict =
  (then: (asked: Asked<Tx>, covenant: Followed, pledge: PledgeTerms, verdict: Verdict) => Promise<Reply>) =>
  async (asked: Asked<Tx>, covenant: Followed, pledge: PledgeTerms): Promise<Reply> => {
    const all = standing(await verdictsOf(asked.tx, asked.municipality.id, covenant.id, pledge.id))
    const verdict = all.find(({ id }) => id === asked.params['verdict'])
    return verdict ? then(asked, covenant, pledge, verdict) : missing
  }

/** Whether nothing is wrong. */
export const isNone = (problems: Problems): boolean => Object.keys(problems).length === 0
