/**
 * Whether the description of software behind a link to source code is as its standard has it (publiccode.yml, "The
 * Standard (core)"): whoever looks for software to use again finds it by that file.
 * Trips on (partly): a description of the site's own with keys that are absent or wrong; code that a link calls the
 * site's own, seen with its licence or README and without description. Near misses: code of another (unknown), a
 * repository that we cannot read (unknown), a version of the standard that we do not know (unknown).
 */
import { clip } from '../../lib/headers.ts'
import type { Software } from '../../model/evidence.ts'
import { defineCheck, shown } from '../reading/claims.ts'
import { isKnownPubliccode } from '../reading/description-versions.ts'
import { isOwn } from '../reading/source-places.ts'

export const sourceDescribed = defineCheck({
  id: 'source-described',
  needs: { descriptions: true },
  reasons: {
    described: shown('met'),
    lacking: shown('partly'),
    'not-there': shown('partly'),
    'of-others': 'unknown',
    newer: 'unknown',
    'not-read': 'unknown',
    'not-seen': 'unknown',
  },
  judge({ descriptions: { software } }, { subject }) {
    const { found, looked } = software
    if (found === 0) return { reason: 'not-seen' }
    const all = looked.map((one) => ({ ...one, kind: kindOf(one), own: isOwn(one, ofOf(one), subject.address) }))
    const of = (kind: Kind) => all.filter((one) => one.kind === kind)
    const told = (them: readonly Software[]) => ({ found, elements: them.length, details: them.map(line) })
    const [lacking, bare] = [of('lacking'), of('bare')]
    const [ownLacking, ownBare] = [lacking.filter(({ own }) => own), bare.filter(({ own }) => own)]
    if (ownLacking.length > 0) return { reason: 'lacking', seen: told(ownLacking) }
    const [good, unread] = [of('good'), of('unread')]
    // One description may be of all that it links to.
    if (ownBare.length > 0 && good.length === 0) return { reason: 'not-there', seen: told(ownBare) }
    // What the site calls its own and could not be read may be as it should not.
    if (good.length > 0 && !unread.some(({ own }) => own)) return { reason: 'described', seen: told(good) }
    if (of('newer').length > 0) return { reason: 'newer', seen: told(of('newer')) }
    if (unread.length === 0 && lacking.length + bare.length > 0)
      return { reason: 'of-others', seen: told([...lacking, ...bare]) }
    return { reason: 'not-read', seen: told(unread) }
  },
})

/** `bare`: a repository is there, without a description. */
type Kind = 'good' | 'lacking' | 'newer' | 'bare' | 'unread'

function kindOf({ result, files }: Software): Kind {
  if (!result.seen) return result.why === 'gone' && files.length > 0 ? 'bare' : 'unread'
  if (!isKnownPubliccode(result.value.version)) return 'newer'
  return result.value.lacks.length > 0 ? 'lacking' : 'good'
}

const ofOf = ({ result }: Software): readonly string[] => (result.seen ? result.value.of : [])

function line({ href, file, files, result }: Software): string {
  if (!result.seen) return clip(`${href} · ${result.why} · ${files.join(', ')}`)
  const { name, version, licence, lacks } = result.value
  return clip([file, lacks.length > 0 ? lacks.join(', ') : [name, version, licence, ...files].join(' · ')].join(' · '))
}
