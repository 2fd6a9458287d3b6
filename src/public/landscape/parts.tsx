/** What the pages of the landscape share: figures beside those of before, spearpoints, and who is named. */
import type { ThemeId } from '../../model/norm.ts'
import { DotLine } from '../../web/charts/dot-line.tsx'
import { CatalogueText, Details, Heading, Link, List, Text } from '../../web/parts.tsx'
import { href, type Meta, type View } from '../../web/view.ts'
import type { Book } from '../store.ts'
import { labelOf, titleOf } from '../texts.ts'
import { says } from './messages.ts'
import { wordOf } from './rules.ts'
import type { Named, PublicSpearpoint, Standing } from './store.ts'

/** Groups now, and in the publication that stands beside it. */
export type Beside = {
  readonly now: readonly Standing[]
  readonly earlier: readonly Standing[]
  readonly shown: Meta | undefined
  readonly beside: Meta | undefined
}

/** What tells a group from every other. */
export const keyOf = ({ kind, name }: Pick<Standing, 'kind' | 'name'>): string => `${kind} ${name}`
/** What a group is called. */
export const nameOf = (view: View, { kind, name }: Pick<Standing, 'kind' | 'name'>): string =>
  kind === 'cluster' ? says(view.lang).cluster(name) : name
/** Where a group stands on the site. */
export const groupPath = (group: Pick<Standing, 'kind' | 'name'>): string => `/groepen/${wordOf(group)}`

export type Score = { readonly now: number; readonly earlier: number | undefined }
/** The score of a group on a theme, and what it was; undefined: there is none now. */
export function scoreOf({ earlier }: Pick<Beside, 'earlier'>, group: Standing, theme: ThemeId): Score | undefined {
  const now = group.themes.find((each) => each.theme === theme)?.median
  if (now === undefined) return undefined
  const before = earlier.find((each) => keyOf(each) === keyOf(group))
  return { now, earlier: before?.themes.find((each) => each.theme === theme)?.median }
}

/** A score in words; without one why: the group is too small, or too little of it was measured. */
export const scoreIn = (view: View, score: Score | undefined, group?: Pick<Standing, 'organisations'>): string => {
  const t = says(view.lang)
  if (score === undefined) return group?.organisations == null ? t.tooFew : t.tooFewMeasured
  return score.earlier === undefined ? t.score(score.now) : t.scoreBeside(score.now, score.earlier)
}

/** What the signs on the lines mean: of a notch nothing is said where none is drawn. */
export function SignsText({ view, shown, beside, scores }: SignsProps) {
  const t = says(view.lang)
  const notched = scores.some(({ earlier }) => earlier !== undefined)
  if (!shown || scores.length === 0) return null
  return (
    <Text>
      {t.dot(shown)} {!beside ? t.alone : notched ? t.notch(beside) : t.noneBefore}
      {scores.some(({ now, earlier }) => earlier !== undefined && earlier !== now) ? ` ${t.otherMembers}` : ''}
      {notched && beside && beside.catalogueVersion !== shown.catalogueVersion ? ` ${t.otherNorms}` : ''}
    </Text>
  )
}
type SignsProps = Pick<Beside, 'shown' | 'beside'> & { readonly view: View; readonly scores: readonly Score[] }

/** Where what two people saw of a street is told, of the streets of which it is public, by name. */
export type Walked = ReadonlyMap<string, string>
/** The link to it; nothing where nobody walked, or it is not public. */
export function WalkedLink({ view, walked, street }: { view: View; walked: Walked; street: string }) {
  const slug = walked.get(street.toLowerCase())
  if (slug === undefined) return null
  const t = says(view.lang)
  return (
    <span className="ld-small ld-block">
      <Link to={href({ ...view, publication: undefined }, `/straten/${slug}`)}>
        {t.walked}
        <span className="ld-hidden">: {street}</span>
      </Link>
    </span>
  )
}

/** A group on a line from nothing to all: a dot for now, a notch for before. */
export function ScoreLine({ view, name, score }: { view: View; name: string; score: Score }) {
  return (
    <>
      <DotLine own={score.now} group={score.earlier ?? null} label={`${name}: ${scoreIn(view, score)}`} />
      <span className="ld-quiet">{scoreIn(view, score)}</span>
    </>
  )
}

/** What one group begins with, each with one first step. */
export function Spearpoints({ view, book, all }: { view: View; book: Book; all: readonly PublicSpearpoint[] }) {
  const t = says(view.lang)
  const ended = all.filter(({ endedOn }) => endedOn !== null)
  return (
    <>
      {all
        .filter(({ endedOn }) => endedOn === null)
        .map((each) => (
          <One key={each.id} view={view} book={book} point={each} />
        ))}
      {ended.length === 0 ? null : (
        <Details summary={t.endedTitle}>
          <List
            items={ended.map(({ id, norm, endedOn, endedReason }) => ({
              key: id,
              body: (
                <>
                  {calledNorm(view, book, norm)}. {t.ended(endedOn!)} <span lang="nl">{endedReason}</span>
                </>
              ),
            }))}
          />
        </Details>
      )}
    </>
  )
}

const calledNorm = (view: View, book: Book, id: string): string => {
  const norm = book.norms.get(id)
  return norm ? labelOf(view, norm) : id
}

function One({ view, book, point }: { view: View; book: Book; point: PublicSpearpoint }) {
  const t = says(view.lang)
  const criterion = book.criteria.get(point.criterion)
  return (
    <div className="ld-spearpoint">
      <Heading level={3}>{calledNorm(view, book, point.norm)}</Heading>
      <p className="nl-paragraph" lang={view.lang === 'nl' ? undefined : 'nl'}>
        {point.reason}
      </p>
      {criterion ? (
        <>
          <p className="ld-small">
            {t.firstStep}, {titleOf(view, book, criterion.id)}:
          </p>
          <CatalogueText view={view} text={criterion.firstStep} english={criterion.firstStepEnglish} note={false} />
        </>
      ) : null}
      <Text>
        {t.chosen(point.chosenBy, point.chosenOn)} {point.missed === null ? '' : t.missed(point.missed)}{' '}
        <Link to={href(view, `/normen/${point.norm}`)}>
          {t.norm}
          <span className="ld-hidden">: {calledNorm(view, book, point.norm)}</span>
        </Link>
      </Text>
    </div>
  )
}

/** Who agreed to be named. */
export function NamedList({ view, all }: { view: View; all: readonly Named[] }) {
  const t = says(view.lang)
  if (all.length === 0) return <Text>{t.nobodyNamed}</Text>
  return (
    <>
      <Text>{t.namedText}</Text>
      <List
        items={all.map(({ slug, called }) => ({
          key: slug,
          body: <Link to={href(view, `/organisaties/${slug}`)}>{called}</Link>,
        }))}
      />
    </>
  )
}
