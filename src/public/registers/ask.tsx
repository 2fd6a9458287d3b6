/** The way from a public page to the request that somebody can make about it. */
import type { RequestKind } from '../../model/request.ts'
import { Section } from '../../web/parts.tsx'
import { href, type View } from '../../web/view.ts'
import { says } from './messages.ts'

/** `at`: the page that it is about. */
export function Ask({ view, kind, at }: { view: View; kind: RequestKind; at: string }) {
  const to = href({ ...view, publication: undefined }, `/verzoeken/nieuw/${kind.id}`, { bij: at })
  return (
    <Section id="vragen" title={says(view.lang).ask}>
      <a className="nl-link" href={to} rel="nofollow">
        {kind.question[view.lang]}
      </a>
    </Section>
  )
}
