/** The pages of a link that opens nothing, and of a form that came from elsewhere. */
import { Button, Buttons } from '../../../web/desk/form.tsx'
import { Page } from '../../../web/layout.tsx'
import { Heading, Link, Text } from '../../../web/parts.tsx'
import type { View } from '../../../web/view.ts'
import { whomToAsk } from '../../../web/whom-to-ask.ts'
import type { Done, Shut } from './door-store.ts'
import { says } from './messages.ts'
import { KeptParts } from './part-kept.tsx'
import { minutesOf } from './rules.ts'

/** A link that opens nothing: there is none, it ended, or too many were tried. */
export function NoLinkPage({
  view,
  here,
  shut,
  wait,
}: {
  view: View
  here: string
  shut?: Shut | undefined
  wait?: number | undefined
}) {
  const t = says(view.lang)
  const title = wait !== undefined ? t.waitTitle : shut === undefined ? t.deadTitle : t.shutTitle
  const text = wait !== undefined ? t.wait(minutesOf(wait)) : shut === undefined ? t.dead : t.shut[shut.state]
  return (
    <Page view={view} title={title}>
      <Heading level={1}>{title}</Heading>
      <Text lead>{text}</Text>
      {shut === undefined ? null : <Text>{whomToAsk(view)}</Text>}
      {shut?.kept ? (
        <>
          <Text>{t.keptText}</Text>
          <KeptParts {...{ view, here }} kept={shut.kept} />
        </>
      ) : null}
      {shut?.state === 'expired' ? (
        <form method="post" action={`${here}/nieuw`}>
          <Buttons>
            <Button>{t.renew}</Button>
          </Buttons>
        </form>
      ) : null}
    </Page>
  )
}

/** What was done with a link that opens nothing any more because of it: that it came, and what follows. */
export function DonePage({ view, done }: { view: View; done: Done }) {
  const { title, text } = says(view.lang).done[done]
  return (
    <Page view={view} title={title}>
      <Heading level={1}>{title}</Heading>
      <div className="utrecht-alert utrecht-alert--info ld-told" role="status">
        <p>{text}</p>
      </div>
      <Text>{whomToAsk(view)}</Text>
    </Page>
  )
}

/** What was sent was not read, because it came from elsewhere. */
export function ForgedPage({ view, here }: { view: View; here: string }) {
  const t = says(view.lang)
  return (
    <Page view={view} title={t.forgedTitle}>
      <Heading level={1}>{t.forgedTitle}</Heading>
      <Text lead>{t.forged}</Text>
      <Text>
        <Link to={here}>{t.back}</Link>
      </Text>
    </Page>
  )
}
