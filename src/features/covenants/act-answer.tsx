/** Answers a comment: by name, with what is done with it and in which version. */
import type { Tx } from '../../db/as.ts'
import { record } from '../../db/audit.ts'
import { closeTasks } from '../../db/tasks.ts'
import { COMMENT_STATES } from '../../vocabulary/covenant.ts'
import { allows } from '../../vocabulary/roles.ts'
import { Area, Button, Buttons, Choice, Form, Hidden, none, type Problems } from '../../web/desk/form.tsx'
import { go, missing, overtaken, page, type DeskView, type Route } from '../../web/desk/route.ts'
import { filled, oneOf, readForm, text, word } from '../../web/desk/schema.ts'
import { Link, Section, Text } from '../../web/parts.tsx'
import { answerComment, commentsOf, type Comment } from './comment-store.ts'
import { Act, onCovenant, placeOf, versionPlace } from './frame.tsx'
import { Comments, MOST_COMMENT } from './part-comments.tsx'
import { headings } from './rules.ts'
import { versionOf, type Covenant, type Version } from './store.ts'
import { nextVersion } from './version-store.ts'
import { articleIn } from './text.ts'

const GIVEN = ['adopted', 'declined', 'answered'] as const
const FIELDS = {
  stand: word(oneOf(GIVEN, 'Kies wat u met de reactie doet.')),
  antwoord: text(MOST_COMMENT, filled('Schrijf uw antwoord. Wie reageerde, wil weten waarom.')),
}

const titleIn = ({ text: whole }: Version, id: string): string =>
  headings(whole.articles).get(id) ??
  articleIn(whole, id)?.article.title ??
  whole.pledges.find((each) => each.id === id)?.title ??
  'Een artikel dat er niet meer is'

type Props = {
  readonly view: DeskView
  readonly covenant: Covenant
  readonly version: Version
  readonly comment: Comment
  readonly typed?: { readonly stand: string; readonly antwoord: string }
  readonly problems?: Problems
}

function AnswerPage({ view, covenant, version, comment, typed, problems = none }: Props) {
  const title = titleIn(version, comment.article)
  const next = covenant.draft
  const adopted = next === undefined ? `versie ${version.no + 1}, die hiermee begint` : `versie ${next}`
  const given = typed ?? { stand: comment.state === 'open' ? '' : comment.state, antwoord: comment.answer }
  return (
    <Act view={view} covenant={covenant} version={version} title={`Reactie op “${title}”`} problems={problems}>
      <Comments comments={[comment]} withVersion />
      <Text>
        <Link to={`${versionPlace(covenant, version.no)}/artikelen/${comment.article}`}>
          Lees het artikel waar dit over gaat
        </Link>
      </Text>
      <Form view={view} action={`${placeOf(covenant)}/reacties/${comment.id}`}>
        <Hidden name="gelezen" value={comment.answeredAt?.toISOString() ?? ''} />
        <Choice
          name="stand"
          label="Wat doet u ermee?"
          options={[
            { value: 'adopted', label: 'Overnemen', hint: `U past de tekst aan in ${adopted}.` },
            { value: 'declined', label: 'Niet overnemen', hint: 'Uw antwoord zegt waarom.' },
            { value: 'answered', label: 'Alleen beantwoorden', hint: 'Bijvoorbeeld bij een vraag.' },
          ]}
          value={[given.stand]}
          problems={problems}
        />
        <Area
          name="antwoord"
          label="Uw antwoord"
          hint="Iedereen die is uitgenodigd, leest dit, met uw naam en functie."
          value={given.antwoord}
          rows={5}
          maxLength={MOST_COMMENT}
          problems={problems}
        />
        <Buttons>
          <Button>Antwoord versturen</Button>
          <Link to={`${placeOf(covenant)}/reacties`}>Annuleren</Link>
        </Buttons>
      </Form>
    </Act>
  )
}

function ListPage({
  view,
  covenant,
  comments,
  versions,
}: {
  view: DeskView
  covenant: Covenant
  comments: readonly Comment[]
  /** Those that something was said of. */
  versions: readonly Version[]
}) {
  const titleOf = ({ version, article }: Comment) =>
    titleIn(
      versions.find(({ no }) => no === version)!,
      article,
    )
  const at = placeOf(covenant)
  const [open, done] = [
    comments.filter(({ state }) => state === 'open'),
    comments.filter(({ state }) => state !== 'open').toReversed(),
  ]
  const writes = allows(view.who.roles, 'covenant.write')
  const below = (each: Comment) => (
    <p>
      <Link to={`${versionPlace(covenant, each.version)}/artikelen/${each.article}`}>{titleOf(each)}</Link>
      {writes ? (
        <>
          {' · '}
          <Link to={`${at}/reacties/${each.id}`}>
            {each.state === 'open' ? 'Beantwoord deze reactie' : 'Pas het antwoord aan'}
          </Link>
        </>
      ) : null}
    </p>
  )
  return (
    <Act
      view={view}
      covenant={covenant}
      title="Reacties"
      lead={
        comments.length === 0
          ? 'Niemand reageerde nog.'
          : open.length === 0
            ? 'Alle reacties zijn beantwoord.'
            : `${open.length === 1 ? 'Eén reactie wacht' : `${open.length} reacties wachten`} op antwoord.`
      }
    >
      {open.length === 0 ? null : (
        <Section id="open" title={`Nog te beantwoorden (${open.length})`}>
          <Comments comments={open} below={below} withVersion />
        </Section>
      )}
      {done.length === 0 ? null : (
        <Section id="klaar" title={`Beantwoord (${done.length}): ${tally(done)}`}>
          <Comments comments={done} below={below} withVersion />
        </Section>
      )}
    </Act>
  )
}

const tally = (done: readonly Comment[]): string =>
  GIVEN.flatMap((state) => {
    const count = done.filter((each) => each.state === state).length
    return count === 0 ? [] : [`${count} ${COMMENT_STATES[state]}`]
  }).join(', ')

const commentIn = (comments: readonly Comment[], id: string | undefined) => comments.find((each) => each.id === id)

export const answerRoutes: readonly Route<Tx>[] = [
  {
    method: 'GET',
    path: '/convenanten/:covenant/reacties',
    may: 'covenant.read',
    answer: onCovenant('to-read', async ({ tx, municipality, view }, covenant) => {
      const comments = await commentsOf(tx, municipality.id, covenant.id)
      const read = [...new Set(comments.map(({ version }) => version))].map((no) =>
        versionOf(tx, municipality.id, covenant.id, no),
      )
      const versions = (await Promise.all(read)).filter((each) => each !== undefined)
      return page(<ListPage {...{ view, covenant, comments, versions }} />)
    }),
  },
  {
    method: 'GET',
    path: '/convenanten/:covenant/reacties/:comment',
    may: 'covenant.write',
    answer: onCovenant('to-read', async ({ tx, municipality, view, params }, covenant) => {
      const comment = commentIn(await commentsOf(tx, municipality.id, covenant.id), params['comment'])
      const version = comment && (await versionOf(tx, municipality.id, covenant.id, comment.version))
      return comment && version
        ? page(<AnswerPage view={view} covenant={covenant} version={version} comment={comment} />)
        : missing
    }),
  },
  {
    method: 'POST',
    path: '/convenanten/:covenant/reacties/:comment',
    may: 'covenant.write',
    answer: onCovenant('to-change', async ({ tx, municipality, view, params, who, sent }, covenant) => {
      const all = await commentsOf(tx, municipality.id, covenant.id)
      const comment = commentIn(all, params['comment'])
      const version = comment && (await versionOf(tx, municipality.id, covenant.id, comment.version))
      if (!comment || !version) return missing
      const { typed, held, problems } = readForm(FIELDS, sent)
      if (!held)
        return page(
          <AnswerPage
            view={view}
            covenant={covenant}
            version={version}
            comment={comment}
            typed={typed}
            problems={problems}
          />,
          422,
        )
      if (sent.mark('gelezen') !== (comment.answeredAt?.toISOString() ?? ''))
        return overtaken('Een collega beantwoordde deze reactie net. Lees eerst dat antwoord.')
      const doneIn =
        held.stand !== 'adopted'
          ? null
          : comment.doneIn !== null
            ? comment.doneIn
            : (covenant.draft ?? (await nextVersion(tx, municipality.id, covenant.id, who.id)))
      await answerComment(tx, municipality.id, comment.id, {
        state: held.stand,
        answer: held.antwoord,
        by: who.id,
        doneIn,
      })
      const object = `covenant/${covenant.id}`
      if (all.every((each) => each.id === comment.id || each.state !== 'open'))
        await closeTasks(tx, municipality.id, object, ['covenant-comment'])
      await record(tx, municipality.id, {
        act: 'covenant.comment-answered',
        object,
        detail: { comment: comment.id, state: held.stand, version: doneIn },
      })
      return held.stand === 'adopted' && doneIn === covenant.draft
        ? go(
            `${versionPlace(covenant, doneIn!)}#artikel-${comment.article}`,
            'Het antwoord is verstuurd. Pas nu de tekst aan.',
          )
        : doneIn !== null && comment.doneIn === null
          ? go(
              `${versionPlace(covenant, doneIn)}#artikel-${comment.article}`,
              `Het antwoord is verstuurd en versie ${doneIn} is begonnen. Pas nu de tekst aan.`,
            )
          : go(`${placeOf(covenant)}/reacties`, 'Het antwoord is verstuurd.')
    }),
  },
]
