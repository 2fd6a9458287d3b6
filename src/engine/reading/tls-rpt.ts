/** Where reports on encryption of mail go (RFC 8460 §3): `rua` holds one or more URIs, of mailto or https. */
import { tagsOf } from '../../lib/tags.ts'

const PLACE =
  /^(?:mailto:[^\s@?]+@([a-z0-9-]+(?:\.[a-z0-9-]+)+)(?:\?\S*)?|https:\/\/([a-z0-9-]+(?:\.[a-z0-9-]+)+)(?:[:/?]\S*)?)$/i

/**
 * The hosts that get the reports, in lower case; none when no sender can use the record. A mailto URI may carry fields
 * behind a question mark (RFC 6068 §2).
 */
export function reportsTo(record: string): string[] {
  const places = (tagsOf(record.slice(0, 2_000))?.get('rua') ?? '').split(',', 20)
  return places
    .flatMap((place) => {
      const [, mail, web] = PLACE.exec(place.trim()) ?? []
      return (mail ?? web ?? []) as string | never[]
    })
    .map((host) => host.toLowerCase())
}
