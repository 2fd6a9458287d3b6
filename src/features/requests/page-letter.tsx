/** The letter of an answer: for who asked, and at the desk for whoever sends it by post or gives it at the counter. */
import type { ComponentProps } from 'react'
import { spoken } from '../../lib/spoken-number.ts'
import { DeskPage } from '../../web/desk/page.tsx'
import type { DeskView } from '../../web/desk/route.ts'
import { Page } from '../../web/layout.tsx'
import { Heading, Text } from '../../web/parts.tsx'
import type { View } from '../../web/view.ts'
import { follows } from './messages-follow.ts'
import { Letter } from './part-letter.tsx'

type Props = ComponentProps<typeof Letter>

/** `back`: the page of the request. */
export function LetterPage({ view, back, ...letter }: Props & { readonly view: View; readonly back: string }) {
  const t = follows(view.lang)
  return (
    <Page view={view} title={t.letterTitle} crumbs={[{ name: t.yours.one, to: back }]}>
      <div className="ld-opening">
        <Heading level={1}>{t.letterTitle}</Heading>
        <Text lead>{t.letterHow}</Text>
      </div>
      <Letter {...letter} />
    </Page>
  )
}

export function DeskLetterPage({ view, id, ...letter }: Props & { readonly view: DeskView; readonly id: string }) {
  const crumbs = [
    { name: 'Verzoeken', to: '/balie/verzoeken' },
    { name: spoken(letter.number), to: `/balie/verzoeken/${id}` },
  ]
  return (
    <DeskPage view={view} title="Brief met het antwoord" crumbs={crumbs}>
      <div className="ld-opening">
        <Heading level={1}>Brief met het antwoord</Heading>
        <Text lead>
          Print deze brief met Ctrl P, en stuur of geef haar mee. Een kopie van gegevens gaat erbij: die staat niet in
          Leidraad.
        </Text>
      </div>
      <Letter {...letter} />
    </DeskPage>
  )
}
