/** How a weak point is mended in the words of its norm, and who can help: organisations of the own group. */
import { Link, List, Section, Text, withCode } from '../../../web/parts.tsx'
import type { Norm } from '../../../model/norm.ts'
import type { Helper } from '../stand-store.ts'

/** What the norm says of mending this criterion; of a question, what it says of all that an organisation arranges. */
export function repairsOf({ criteria }: Pick<Norm, 'criteria'>, criterion: string) {
  const own = criteria.find(({ id }) => id === criterion)
  const all = own ? [own] : criteria.filter(({ subjects }) => subjects.includes('organisation'))
  return all.filter(({ repair }) => repair !== '')
}

/** Public pages that explain it: standards and examples. A law says what must be, and not how. */
const explainedAt = ({ sources }: Pick<Norm, 'sources'>) => [
  ...new Map(
    sources.flatMap(({ source }) =>
      source.kind === 'framework' || source.kind === 'example' ? [[source.id, source] as const] : [],
    ),
  ).values(),
]

/** `criterion`: of the norm, or a question that names it. */
export function HowTo({ norm, criterion }: { norm: Norm; criterion: string }) {
  const repairs = repairsOf(norm, criterion)
  const links = explainedAt(norm)
  return (
    <Section id="zo" title="Zo doet u dat">
      {repairs.length === 0 ? (
        <Text>Bij dit punt is nog geen uitleg geschreven.</Text>
      ) : repairs.length === 1 ? (
        <Text>{withCode(repairs[0]!.repair)}</Text>
      ) : (
        <List
          items={repairs.map(({ id, title, repair }) => ({
            key: id,
            body: (
              <>
                {title.nl}: {withCode(repair)}
              </>
            ),
          }))}
        />
      )}
      <Text>Is dit te technisch? Geef het dan aan uw websitebouwer of ICT-hulp.</Text>
      <List
        items={[
          {
            key: norm.id,
            body: <Link to={`/normen/${norm.id}`}>Lees de norm “{norm.label}”, met waarom en de grenzen</Link>,
          },
          ...links.map(({ id, title, url }) => ({
            key: id,
            body: (
              <>
                <Link to={url}>{title}</Link>, op een andere site
              </>
            ),
          })),
        ]}
      />
      <Text>Een cursus hierover is er nog niet.</Text>
    </Section>
  )
}

/** Who of the own group has it in order and agreed to help. */
export function Help({ helpers }: { helpers: readonly Helper[] }) {
  const names = [...new Map(helpers.map((each) => [each.slug, each])).values()]
  return (
    <Section id="hulp" title="Wie kan helpen">
      {names.length === 0 ? (
        <Text>Van uw groep bood nog niemand hierbij hulp aan. Uw accountmanager bij de gemeente denkt mee.</Text>
      ) : (
        <>
          <Text>Deze organisaties uit uw groep hebben het in orde, en bieden aan om te helpen:</Text>
          <List
            items={names.map(({ slug, name, contact }) => ({
              key: slug,
              body: (
                <>
                  <Link to={`/organisaties/${slug}`}>{name}</Link>: {contact}
                </>
              ),
            }))}
          />
        </>
      )}
    </Section>
  )
}
