/** One badge: how it stands today, what was promised or seen, what happened to it, and what its holder does with it. */
import { badgeState, isCarried } from '../../vocabulary/badge.ts'
import type { ReactNode } from 'react'
import { spoken } from '../../lib/spoken-number.ts'
import type { PublicBadge } from '../../model/badge.ts'
import { badgeFileName, badgeSnippet, BADGE_SIZES, type BadgeLook } from '../../web/badge/drawing.ts'
import { BadgeMark } from '../../web/badge/mark.tsx'
import { badgeWords } from '../../web/badge/words.ts'
import { day } from '../../web/language.ts'
import { Page } from '../../web/layout.tsx'
import { Facts, Heading, Link, List, Section, Text } from '../../web/parts.tsx'
import { href, type View } from '../../web/view.ts'
import { says } from './messages.ts'

type Props = { readonly view: View; readonly badge: PublicBadge; readonly today: string; readonly origin: string }

export function BadgePage({ view, badge, today, origin }: Props) {
  const { lang } = view
  const [t, words] = [says(lang), badgeWords(lang)]
  const state = badgeState(badge, today)
  const carried = isCarried(state)
  const place = `/badges/${spoken(badge.number)}`
  const look: BadgeLook = { size: 'groot', paper: 'licht', lang }
  return (
    <Page
      view={view}
      title={t.badge(badge.holder)}
      crumbs={[
        { name: view.m.nav.agreements, to: href(view, '/convenanten') },
        { name: t.title, to: href(view, '/badges') },
        { name: badge.holder, to: href(view, place) },
      ]}
    >
      <div className="ld-opening">
        <p className="ld-kicker">{t.number(badge.number)}</p>
        <Heading level={1}>{t.badge(badge.holder)}</Heading>
        <p className={carried ? 'nl-paragraph nl-paragraph--lead' : 'nl-paragraph nl-paragraph--lead ld-badge-over'}>
          <strong>{t.state[state](badge)}</strong>
        </p>
        <p className="nl-paragraph">
          <BadgeMark kind={badge.kind} words={words.kind[badge.kind]} />
        </p>
        <Text>{t.explains[badge.kind]}</Text>
      </div>
      {carried ? (
        <p className="ld-badge-picture">
          <img
            src={`${place}/${badgeFileName(badge.number, look)}`}
            width={BADGE_SIZES.groot.width}
            height={BADGE_SIZES.groot.height}
            alt={`${words.said(badge)} ${words.until(badge.validUntil)}.`}
          />
        </p>
      ) : null}
      <Section id="zegt" title={t.facts}>
        <Facts items={factsOf(view, badge)} />
        <p className="ld-small">{t.asThen}</p>
      </Section>
      <Section id="verloop" title={t.course}>
        <List items={courseOf(view, badge, today)} />
      </Section>
      {carried ? <Use {...{ view, badge, origin, place }} /> : null}
      <Text>
        <Link to={href(view, '/badges')}>{t.toList}</Link>
      </Text>
    </Page>
  )
}

function factsOf(view: View, badge: PublicBadge): { name: string; value: ReactNode }[] {
  const { lang } = view
  const { fact } = says(lang)
  const { covenant, promised, norms, seenBy, seenOn, givenBy } = badge.told
  // What people typed stands here in Dutch.
  const dutch = (text: string) => <span lang={lang === 'en' ? 'nl' : undefined}>{text}</span>
  const facts: (false | { name: string; value: ReactNode })[] = [
    { name: fact.holder, value: dutch(badge.holder) },
    badge.place !== '' && { name: fact.place, value: dutch(badge.place) },
    { name: fact.promised[badge.kind], value: dutch(promised) },
    covenant !== null && { name: fact.covenant, value: dutch(fact.version(covenant.title, covenant.version)) },
    seenBy !== '' && { name: fact.seenBy, value: dutch(seenBy) },
    seenOn !== null && { name: fact.seenOn, value: day(lang, seenOn) },
    norms.length > 0 && {
      name: fact.norms,
      value: (
        <List
          plain
          items={norms.map(({ id, title, seen = [], notSeen = 0 }) => ({
            key: id,
            body: (
              <>
                <Link to={href(view, `/normen/${id}`)}>{id}</Link> {dutch(title)}
                {seen.length > 0 ? `. ${fact.seen}: ${seen.map((each) => each[lang]).join(' ')}` : ''}
                {notSeen > 0 ? ` ${fact.notSeen(notSeen)}` : ''}
              </>
            ),
          }))}
        />
      ),
    },
    { name: fact.valid, value: fact.validText(badge.validFrom, badge.validUntil) },
    { name: fact.number, value: <code className="nl-code">{spoken(badge.number)}</code> },
    { name: fact.givenBy, value: dutch(givenBy) },
  ]
  return facts.filter((each) => each !== false)
}

/** What happened to it, the first first. */
function courseOf({ lang }: View, badge: PublicBadge, today: string): { key: string; body: string }[] {
  const t = says(lang)
  const said = badge.ground === 'holds' ? '' : says(lang).grounds[badge.ground](badge)
  return [
    { key: 'given', body: t.given(badge.validFrom) },
    ...(said === '' ? [] : [{ key: 'ground', body: said }]),
    ...(badge.validUntil < today && (badge.ended === null || badge.endedOn! > badge.validUntil)
      ? [{ key: 'ended', body: t.state.ended(badge) }]
      : []),
    ...(badge.ended === null ? [] : [{ key: 'end', body: t.state[badge.ended](badge) }]),
  ]
}

const LOOKS = (['groot', 'klein'] as const).flatMap((size) =>
  (['licht', 'donker'] as const).map((paper) => ({ size, paper })),
)

/** The files and the line to paste; without a script the line is there to select. */
function Use({ view, badge, origin, place }: Omit<Props, 'today'> & { readonly place: string }) {
  const t = says(view.lang)
  const { lang } = view
  const snippet = badgeSnippet(badge, { size: 'groot', paper: 'licht', lang }, origin)
  return (
    <Section id="gebruiken" title={t.use}>
      <Text>{t.useText}</Text>
      <List
        items={LOOKS.map(({ size, paper }) => ({
          key: `${size} ${paper}`,
          body: (
            <a className="nl-link" href={`${place}/${badgeFileName(badge.number, { size, paper, lang })}`} download>
              {t.download(t.sizes[size], t.papers[paper])}
            </a>
          ),
        }))}
      />
      <Text>{t.snippet}</Text>
      <p className="ld-copy ld-break" id="regel" data-copy={t.copy} data-copied={t.copied}>
        {snippet}
      </p>
      <List
        items={['A4', 'A5'].map((size) => ({
          key: size,
          body: <Link to={href(view, `${place}/bord`, { maat: size.toLowerCase() })}>{t.sign(size)}</Link>,
        }))}
      />
    </Section>
  )
}

/** A number that is nobody's, or none at all: said in words, not left empty. */
export function UnknownBadgePage({ view, number, right }: { view: View; number: string; right: boolean }) {
  const t = says(view.lang)
  const said = right ? spoken(number) : number
  return (
    <Page
      view={view}
      title={t.unknown}
      crumbs={[
        { name: view.m.nav.agreements, to: href(view, '/convenanten') },
        { name: t.title, to: href(view, '/badges') },
      ]}
    >
      <div className="ld-opening">
        <Heading level={1}>{t.unknown}</Heading>
        <Text lead>{right ? t.unknownText(said) : t.misread(said)}</Text>
        <Text>{t.unknownTip}</Text>
      </div>
      <Text>
        <Link to={href(view, '/badges')}>{t.toList}</Link>
      </Text>
    </Page>
  )
}
