/** Parts of a finding that other pages show too: its sources, and who to write to. */
import { Heading } from '../../web/parts.tsx'
import type { View } from '../../web/view.ts'
import type { Book } from './store.ts'

export function Sources({ view, sources }: { view: View; sources: Book['catalogue']['norms'][number]['sources'] }) {
  const { m } = view
  return (
    <>
      <Heading level={3}>{m.finding.sources}</Heading>
      <ul className="ld-list">
        {sources.map(({ source, article }) => (
          <li key={`${source.id} ${article}`}>
            <span lang={view.lang === 'nl' ? undefined : 'nl'}>
              {/^https?:\/\//.test(source.url) ? (
                <a className="nl-link" href={source.url} rel="noreferrer">
                  {source.title}
                </a>
              ) : (
                source.title
              )}
              {article ? `, ${article}` : ''}. {source.state}
            </span>{' '}
            <span className="ld-small">({source.verified ? m.finding.verified : m.finding.unverified})</span>
          </li>
        ))}
      </ul>
    </>
  )
}

export function Contact({ view, subject }: { view: View; subject?: string }) {
  const { m, contact } = view
  if (!contact) return <>{m.finding.theMunicipality}</>
  return (
    <a className="nl-link" href={`mailto:${contact}${subject ? `?subject=${encodeURIComponent(subject)}` : ''}`}>
      {contact}
    </a>
  )
}
