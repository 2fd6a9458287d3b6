/** Who to write to about a finding. */
import type { View } from '../../web/view.ts'

export function Contact({ view, subject }: { view: View; subject?: string }) {
  const { m, contact } = view
  if (!contact) return <>{m.finding.theMunicipality}</>
  return (
    <a className="nl-link" href={`mailto:${contact}${subject ? `?subject=${encodeURIComponent(subject)}` : ''}`}>
      {contact}
    </a>
  )
}
