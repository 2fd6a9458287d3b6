/** Who can help with a weak point: the norm, and organisations of the own group that agreed to. */
import { Link, List, Section, Text } from '../../../web/parts.tsx'
import type { Helper } from '../stand-store.ts'
import type { BaselineTools } from './door.ts'

/** `repair`: for the engineer; empty: nobody wrote it. */
export function Help({
  helpers,
  norm,
  repair,
}: {
  helpers: readonly Helper[]
  norm: BaselineTools['norms'][number] | undefined
  repair: string
}) {
  const names = [...new Map(helpers.map((each) => [each.slug, each])).values()]
  return (
    <Section id="hulp" title="Wie kan helpen">
      {repair === '' ? null : <Text>Voor uw websitebouwer of ICT-hulp: {repair}</Text>}
      {norm ? (
        <Text>
          <Link to={`/normen/${norm.id}`}>Lees bij de norm “{norm.label}” hoe het moet</Link>
        </Text>
      ) : null}
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
