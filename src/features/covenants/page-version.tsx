/** One version of a covenant, whole: to read and to comment on, or, as long as it is a draft, to write in. */
import type { Tx } from '../../db/as.ts'
import { allows } from '../../vocabulary/roles.ts'
import { VERSION_STATES } from '../../vocabulary/covenant.ts'
import { Buttons } from '../../web/desk/form.tsx'
import { DeskPage } from '../../web/desk/page.tsx'
import { missing, page, type DeskView, type Route } from '../../web/desk/route.ts'
import { counted, day } from '../../web/language.ts'
import { Heading, Link, Notice, Text } from '../../web/parts.tsx'
import { commentsOf, type Comment } from './comment-store.ts'
import { onVersion, placeOf, readPlace } from './frame.tsx'
import { WholeText } from './part-text.tsx'
import { mayComment } from './rules.ts'
import type { Covenant, Version } from './store.ts'

type Props = {
  readonly view: DeskView
  readonly covenant: Covenant
  readonly version: Version
  readonly comments: readonly Comment[]
  readonly today: string
}

function VersionPage({ view, covenant, version, comments, today }: Props) {
  const { text, no, state, why } = version
  const partner = view.who.organisation !== null
  const at = readPlace(covenant, no, view.who)
  const writes = state === 'draft' && allows(view.who.roles, 'covenant.write')
  const open = mayComment(version, today)
  const pledges = new Set(text.pledges.map(({ id }) => id))
  const titles = new Map([...text.articles, ...text.pledges, ...text.exercises].map(({ id, title }) => [id, title]))
  const below = (id: string) => {
    const which = `“${titles.get(id)}”`
    if (writes)
      return (
        <Text>
          <Link to={`${at}/${pledges.has(id) ? 'afspraken' : 'artikelen'}/${id}/wijzigen`}>
            {`${pledges.has(id) ? 'Pas deze afspraak aan' : 'Pas dit artikel aan'}: ${which}`}
          </Link>
          {said(comments, id, no) === 0 ? null : (
            <>
              {' · '}
              <Link to={`${at}/artikelen/${id}`}>{`Wat er eerder over ${which} is gezegd`}</Link>
            </>
          )}
        </Text>
      )
    const count = comments.filter((each) => each.article === id && each.version === no).length
    const reactions = counted('nl', count, 'reactie', 'reacties')
    return (
      <Text>
        <Link to={`${at}/artikelen/${id}`}>
          {open
            ? `Lees en geef reacties op ${which} (${count})`
            : count === 0
              ? `Lees wat eerder is gezegd over ${which}`
              : `Lees ${reactions} op ${which}`}
        </Link>
      </Text>
    )
  }
  return (
    <DeskPage
      view={view}
      title={`Versie ${no} van ${covenant.title}`}
      crumbs={
        partner
          ? [
              { name: 'Onze afspraken', to: '/balie/onze-afspraken' },
              { name: covenant.title, to: `/balie/onze-afspraken/${covenant.id}` },
            ]
          : [
              { name: 'Afspraken', to: '/balie/afspraken' },
              { name: covenant.title, to: placeOf(covenant) },
            ]
      }
    >
      <div className="ld-opening">
        <p className="ld-kicker">
          Versie {no}, {VERSION_STATES[state]}
        </p>
        <Heading level={1}>{covenant.title}</Heading>
        <Text lead>{standing(version, open)}</Text>
      </div>
      {writes ? (
        <Buttons>
          <a className="nl-button nl-button--primary" href={`${at}/voorleggen`}>
            Leg deze versie voor
          </a>
        </Buttons>
      ) : null}
      {why === '' ? null : (
        <Notice title={no === 1 ? 'Bij deze versie' : 'Wat er anders is, en waarom'}>
          <Text>{why}</Text>
        </Notice>
      )}
      <Text>
        {no === 1 ? null : <Link to={`${at}/verschillen`}>{`Bekijk de verschillen met versie ${no - 1}`}</Link>}
      </Text>
      {writes ? (
        <Text>
          <Link to={`${at}/artikel-erbij`}>Voeg een artikel toe</Link>
          {' · '}
          <Link to={`${at}/afspraak-erbij`}>Voeg een resultaatafspraak toe</Link>
          {' · '}
          <Link to={`${at}/artikel-erbij?waar=exercises`}>Voeg een regel voor oefeningen toe</Link>
        </Text>
      ) : null}
      <WholeText text={text} below={below} />
    </DeskPage>
  )
}

const said = (comments: readonly Comment[], id: string, before: number): number =>
  comments.filter((each) => each.article === id && each.version < before).length

function standing({ state, shownAt, until, fixedAt }: Version, open: boolean): string {
  if (shownAt === null) return 'Deze versie wordt geschreven. Alleen de gemeente ziet haar.'
  if (fixedAt !== null) return `Vastgesteld op ${day('nl', fixedAt)}.`
  const shown = `Voorgelegd op ${day('nl', shownAt)}.`
  if (open && until !== null) return `${shown} Reageren kan tot en met ${day('nl', until)}, per artikel.`
  return state === 'replaced' ? `${shown} Er is een nieuwere versie.` : `${shown} De tijd om te reageren is voorbij.`
}

const read = onVersion('to-read', async ({ tx, municipality, view, who, today }, covenant, version) => {
  if (who.organisation !== null && version.state === 'draft') return missing
  const comments = await commentsOf(tx, municipality.id, covenant.id)
  return page(<VersionPage view={view} covenant={covenant} version={version} comments={comments} today={today} />)
})

export const versionRoutes: readonly Route<Tx>[] = [
  { method: 'GET', path: '/convenanten/:covenant/versies/:version', may: 'covenant.read', answer: read },
  { method: 'GET', path: '/onze-afspraken/:covenant/versies/:version', may: 'covenant.own', answer: read },
]
