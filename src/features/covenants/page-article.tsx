/** One article of a version: its text, what became of earlier comments, what is said now, and room to say something. */
import type { Tx } from '../../db/as.ts'
import { record } from '../../db/audit.ts'
import type { Person } from '../../model/person.ts'
import { allows } from '../../vocabulary/roles.ts'
import { Button, Buttons, Form, none, type Problems } from '../../web/desk/form.tsx'
import { DeskPage } from '../../web/desk/page.tsx'
import { go, missing, page, tooLate, type Asked, type DeskView, type Reply, type Route } from '../../web/desk/route.ts'
import { filled, readForm, text } from '../../web/desk/schema.ts'
import { day } from '../../web/language.ts'
import { ErrorSummary } from '../../web/desk/problems.tsx'
import { Heading, Link, Section, Text } from '../../web/parts.tsx'
import { addComment, commentsOf, participantFor, type Comment } from './comment-store.ts'
import { onVersion, placeOf, readPlace } from './frame.tsx'
import { CommentField, Comments, MOST_COMMENT } from './part-comments.tsx'
import { ArticleText, PledgeText } from './part-text.tsx'
import { headings, mayComment } from './rules.ts'
import type { Covenant, Version } from './store.ts'
import { articleIn } from './text.ts'

type Props = {
  readonly view: DeskView
  readonly covenant: Covenant
  readonly version: Version
  readonly id: string
  readonly comments: readonly Comment[]
  /** Whether this person may say something of it now. */
  readonly open: boolean
  readonly typed?: string
  readonly problems?: Problems
}

/** The title of an article or of a pledge in this version; undefined when it has none by that id. */
function titleOf({ text: whole }: Version, id: string): string | undefined {
  return (
    headings(whole.articles).get(id) ??
    articleIn(whole, id)?.article.title ??
    whole.pledges.find((each) => each.id === id)?.title
  )
}

function ArticlePage({ view, covenant, version, id, comments, open, typed = '', problems = none }: Props) {
  const partner = view.who.organisation !== null
  const title = titleOf(version, id)!
  const at = readPlace(covenant, version.no, view.who)
  const pledge = version.text.pledges.find((each) => each.id === id)
  const mine = comments.filter(({ article }) => article === id)
  const [now, earlier] = [
    mine.filter((each) => each.version === version.no),
    mine.filter((each) => each.version < version.no),
  ]
  return (
    <DeskPage
      view={view}
      title={title}
      crumbs={[
        partner
          ? { name: 'Onze afspraken', to: '/balie/onze-afspraken' }
          : { name: 'Afspraken', to: '/balie/afspraken' },
        { name: covenant.title, to: partner ? `/balie/onze-afspraken/${covenant.id}` : placeOf(covenant) },
        { name: `Versie ${version.no}`, to: at },
      ]}
    >
      <p className="ld-kicker">
        {covenant.title}, versie {version.no}
      </p>
      <Heading level={1}>{title}</Heading>
      <ErrorSummary problems={problems} />
      {pledge === undefined ? (
        <ArticleText article={articleIn(version.text, id)!.article} />
      ) : (
        <PledgeText pledge={pledge} />
      )}
      {earlier.length === 0 ? null : (
        <Section id="eerder" title="Wat met eerdere reacties is gedaan">
          <Comments comments={earlier} withVersion />
        </Section>
      )}
      <Section id="reacties" title="Reacties">
        {now.length === 0 ? <Text>Niemand reageerde nog op dit artikel in deze versie.</Text> : null}
        <Comments
          comments={now}
          below={(each) =>
            allows(view.who.roles, 'covenant.write') ? (
              <Link to={`${placeOf(covenant)}/reacties/${each.id}`}>
                {each.state === 'open' ? 'Beantwoord deze reactie' : 'Pas het antwoord aan'}
              </Link>
            ) : null
          }
        />
        {open ? (
          <Form view={view} action={`${at}/artikelen/${id}/reactie`}>
            <CommentField value={typed} problems={problems} />
            <Buttons>
              <Button>Reactie versturen</Button>
              <Link to={`${at}#artikel-${id}`}>Terug naar de tekst</Link>
            </Buttons>
          </Form>
        ) : (
          <Text>{closedWords(version)}</Text>
        )}
      </Section>
    </DeskPage>
  )
}

const closedWords = ({ state, until }: Pick<Version, 'state' | 'until'>): string =>
  state === 'shown' && until !== null
    ? `Reageren kon tot en met ${day('nl', until)}.`
    : state === 'draft'
      ? 'Reageren kan zodra deze versie is voorgelegd.'
      : 'Op deze versie kan niemand meer reageren.'

const FIELDS = { reactie: text(MOST_COMMENT, filled('Schrijf uw reactie.')) }

/** Whose covenant it is not, sees nothing of it: a partner that was not invited, and nobody before it is shown. */
const seen = (version: Version, who: Pick<Person, 'organisation'>) =>
  who.organisation === null || version.state !== 'draft'

async function show(asked: Asked<Tx>, covenant: Covenant, version: Version, typed?: string, problems?: Problems) {
  const { tx, municipality, params, view, who, today } = asked
  return page(
    <ArticlePage
      view={view}
      covenant={covenant}
      version={version}
      id={params['article']!}
      comments={await commentsOf(tx, municipality.id, covenant.id)}
      open={
        mayComment(version, today) && allows(who.roles, who.organisation === null ? 'covenant.comment' : 'covenant.own')
      }
      {...(typed === undefined ? {} : { typed })}
      {...(problems === undefined ? {} : { problems })}
    />,
    problems === undefined ? undefined : 422,
  )
}

async function comment(asked: Asked<Tx>, covenant: Covenant, version: Version): Promise<Reply> {
  const { tx, municipality, params, who, sent, today } = asked
  const id = params['article']!
  if (!seen(version, who) || titleOf(version, id) === undefined) return missing
  const { typed, held, problems } = readForm(FIELDS, sent)
  if (!mayComment(version, today)) return tooLate(`${closedWords(version)} Uw reactie is niet verstuurd.`)
  if (!held) return show(asked, covenant, version, typed.reactie, problems)
  const mine =
    who.organisation === null ? null : await participantFor(tx, municipality.id, covenant.id, who.organisation)
  if (mine === undefined) return missing
  await addComment(tx, municipality.id, {
    covenant: covenant.id,
    version: version.no,
    article: id,
    by: who.id,
    participant: mine?.id ?? null,
    text: held.reactie,
  })
  await record(tx, municipality.id, {
    act: 'covenant.commented',
    object: `covenant/${covenant.id}`,
    detail: { version: version.no, article: id },
  })
  return go(
    `${readPlace(covenant, version.no, who)}/artikelen/${id}#reacties`,
    'Uw reactie is verstuurd. U ziet hier wat ermee gebeurt.',
  )
}

const read = onVersion('to-read', async (asked, covenant, version) =>
  seen(version, asked.who) && titleOf(version, asked.params['article']!) !== undefined
    ? show(asked, covenant, version)
    : missing,
)

/** The same for the municipality and for a partner: one permission opens one of the two addresses. */
export const articlePageRoutes: readonly Route<Tx>[] = (
  [
    ['/convenanten/:covenant', 'covenant.read', 'covenant.comment'],
    ['/onze-afspraken/:covenant', 'covenant.own', 'covenant.own'],
  ] as const
).flatMap(([base, may, mayWrite]): Route<Tx>[] => [
  { method: 'GET', path: `${base}/versies/:version/artikelen/:article`, may, answer: read },
  {
    method: 'POST',
    path: `${base}/versies/:version/artikelen/:article/reactie`,
    may: mayWrite,
    answer: onVersion('to-change', comment),
  },
])
