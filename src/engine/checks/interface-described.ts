/**
 * Whether the interface that a site leads programs to is described so that programs can read it (OpenAPI 3; on the list
 * of compulsory standards of Forum Standaardisatie, and API Design Rules `/core/doc-openapi`).
 * Trips on (partly): a description of the site's own that is not as its specification has it, or follows the old
 * Swagger 2.0. Near misses: a description on the host of another (unknown), an interface of which nothing was found at
 * the usual addresses (unknown), a version that we do not know (unknown).
 */
import { sameParty } from '../../lib/domain.ts'
import { clip } from '../../lib/headers.ts'
import type { Described } from '../../model/evidence.ts'
import { defineCheck, shown } from '../reading/claims.ts'
import { openapiSchema } from '../reading/description-versions.ts'

export const interfaceDescribed = defineCheck({
  id: 'interface-described',
  needs: { descriptions: true },
  reasons: {
    described: shown('met'),
    lacking: shown('partly'),
    old: shown('partly'),
    'of-others': 'unknown',
    newer: 'unknown',
    'not-found': 'unknown',
    'not-read': 'unknown',
    'not-seen': 'unknown',
  },
  judge({ descriptions: { interfaces } }, { subject }) {
    const { found, looked } = interfaces
    if (found === 0) return { reason: 'not-seen' }
    const all = looked.map((one) => ({
      ...one,
      kind: kindOf(one),
      own: sameParty(URL.parse(one.file)?.hostname ?? '', subject.address),
    }))
    const of = (kind: Kind) => all.filter((one) => one.kind === kind)
    const told = (them: readonly Described[]) => ({ found, elements: them.length, details: them.map(line) })
    for (const kind of ['lacking', 'old'] as const) {
      const faulty = of(kind).filter(({ own }) => own)
      if (faulty.length > 0) return { reason: kind, seen: told(faulty) }
    }
    const unread = of('unread')
    const good = of('good')
    if (good.length > 0 && !unread.some(({ own }) => own)) return { reason: 'described', seen: told(good) }
    if (unread.length > 0) return { reason: 'not-read', seen: told(unread) }
    const others = [...of('lacking'), ...of('old')]
    if (others.length > 0) return { reason: 'of-others', seen: told(others) }
    return of('newer').length > 0
      ? { reason: 'newer', seen: told(of('newer')) }
      : { reason: 'not-found', seen: told(all) }
  },
})

type Kind = 'good' | 'lacking' | 'old' | 'newer' | 'none' | 'unread'

function kindOf({ result }: Described): Kind {
  if (!result.seen) return result.why === 'gone' ? 'none' : 'unread'
  const { version, lacks } = result.value
  if (openapiSchema(version) === undefined) return 'newer'
  if (lacks.length > 0) return 'lacking'
  return version.startsWith('2') ? 'old' : 'good'
}

function line({ href, file, result }: Described): string {
  if (!result.seen) return clip(`${href} · ${result.why}`)
  const { title, version, lacks } = result.value
  return clip([file, lacks.length > 0 ? lacks.join(', ') : [title, version].join(' · ')].join(' · '))
}
