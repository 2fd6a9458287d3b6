/** What a partner organisation sees of its own badges: where they stand, to take along, and to hand back. */
import { spoken } from '../../lib/spoken-number.ts'
import { badgeState, isCarried, BADGE_GROUNDS, BADGE_STATES } from '../../vocabulary/badge.ts'
import { badgeFileName } from '../../web/badge/drawing.ts'
import { BadgeMark } from '../../web/badge/mark.tsx'
import { badgeWords } from '../../web/badge/words.ts'
import { Area, Button, Buttons, Form } from '../../web/desk/form.tsx'
import { DeskPage } from '../../web/desk/page.tsx'
import type { DeskView } from '../../web/desk/route.ts'
import { day } from '../../web/language.ts'
import { Details, Heading, Link, List, Section, Text } from '../../web/parts.tsx'
import { LONGEST_REASON } from './page-badge.tsx'
import type { badgesOf } from './store.ts'

type Own = Awaited<ReturnType<typeof badgesOf>>[number]
type Props = { readonly view: DeskView; readonly badges: readonly Own[]; readonly today: string }

export function OwnPage({ view, badges, today }: Props) {
  return (
    <DeskPage view={view} title="Onze badge" oneForm={badges.some(({ ended }) => ended === null)}>
      <div className="ld-opening">
        <Heading level={1}>Onze badge</Heading>
        <Text lead>
          {badges.length === 0
            ? 'Uw organisatie heeft geen badge. Wilt u er een? Vraag het uw contactpersoon bij de gemeente.'
            : 'Een badge laat zien wat u beloofde, of wat bij u is gezien. U zet hem zelf op uw site.'}
        </Text>
      </div>
      {badges.map((badge) => (
        <One key={badge.id} view={view} badge={badge} today={today} />
      ))}
    </DeskPage>
  )
}

function One({ view, badge, today }: { view: DeskView; badge: Own; today: string }) {
  const state = badgeState(badge, today)
  const place = `/badges/${spoken(badge.number)}`
  const words = badgeWords('nl')
  return (
    <Section id={`badge-${badge.number}`} title={words.about(badge)}>
      <Text>
        <BadgeMark kind={badge.kind} words={words.kind[badge.kind]} />
      </Text>
      <Text>
        {badge.ended === null
          ? `Stand: ${BADGE_STATES[state]}. De laatste dag is ${day('nl', badge.validUntil)}.`
          : `Deze badge is ${BADGE_STATES[state]} op ${day('nl', badge.endedOn!)}.`}
        {badge.ended === null && badge.ground !== 'holds' ? ` Wat erop staat: ${BADGE_GROUNDS[badge.ground]}.` : ''}
      </Text>
      <List
        items={[
          { key: 'page', body: <Link to={place}>De openbare pagina van deze badge</Link> },
          ...(isCarried(state)
            ? [
                {
                  key: 'file',
                  body: (
                    <a
                      className="nl-link"
                      href={`${place}/${badgeFileName(badge.number, { size: 'groot', paper: 'licht', lang: 'nl' })}`}
                      download
                    >
                      Download de badge (SVG)
                    </a>
                  ),
                },
                { key: 'a4', body: <Link to={`${place}/bord?maat=a4`}>Bord om te printen, A4</Link> },
                { key: 'a5', body: <Link to={`${place}/bord?maat=a5`}>Bord om te printen, A5</Link> },
              ]
            : []),
        ]}
      />
      {badge.ended !== null || state === 'ended' ? null : (
        <Details summary="Badge teruggeven">
          <Form view={view} action={`/balie/onze-badge/${badge.id}/teruggeven`} prefix={`${badge.number}-`}>
            <Area
              name="reden"
              label="Waarom geeft u hem terug?"
              hint="Iedereen kan dit lezen. Noem geen personen."
              optional
              rows={2}
              maxLength={LONGEST_REASON}
            />
            <Text>De pagina zegt dan dat u de badge teruggaf. Dit kunt u niet terugdraaien.</Text>
            <Buttons>
              <Button kind="secondary">Badge teruggeven</Button>
            </Buttons>
          </Form>
        </Details>
      )}
    </Section>
  )
}
