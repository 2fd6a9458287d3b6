/** What every page of the self-check begins with, and the way to what an organisation can do. */
import { Heading, Link, Text } from '../../../web/parts.tsx'
import { STAND } from './stand.ts'

/** Its head; `lead` tells where it stands. */
export function Opening({ kicker, name, lead }: { kicker?: string; name: string; lead: string }) {
  return (
    <>
      {kicker === undefined ? null : <p className="ld-kicker">{kicker}</p>}
      <Heading level={1}>Zelfcheck van {name}</Heading>
      <Text lead>{lead}</Text>
      <Text>
        <Link to={STAND}>Onze stand: wat u nu al kunt doen</Link>
      </Text>
    </>
  )
}
