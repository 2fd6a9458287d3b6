/** A sign to print and hang up: which badge, until when, and a way to see whether that is still so. */
import { spoken } from '../../lib/spoken-number.ts'
import type { PublicBadge } from '../../model/badge.ts'
import { badgeAddress } from '../../web/badge/drawing.ts'
import { BadgeMark } from '../../web/badge/mark.tsx'
import { badgeWords } from '../../web/badge/words.ts'
import { Page } from '../../web/layout.tsx'
import { Link, Text } from '../../web/parts.tsx'
import { Qr } from '../../web/qr.tsx'
import { href, type View } from '../../web/view.ts'
import { says } from './messages.ts'

export type Paper = 'a4' | 'a5'
type Props = { readonly view: View; readonly badge: PublicBadge; readonly origin: string; readonly paper: Paper }

export function SignPage({ view, badge, origin, paper }: Props) {
  const [t, words] = [says(view.lang), badgeWords(view.lang)]
  const place = `/badges/${spoken(badge.number)}`
  const address = badgeAddress(origin, badge.number)
  return (
    <Page
      view={view}
      title={t.signTitle(badge.holder)}
      crumbs={[
        { name: view.m.nav.agreements, to: href(view, '/convenanten') },
        { name: t.title, to: href(view, '/badges') },
        { name: badge.holder, to: href(view, place) },
      ]}
    >
      <div className="ld-noprint">
        <Text>{t.signHint}</Text>
        <Text>
          <Link to={href(view, place)}>{t.back}</Link>
        </Text>
      </div>
      <article className={`ld-sign ld-sign--${badge.kind} ld-sign--${paper}`}>
        <h1 className="ld-sign__kind">
          <BadgeMark kind={badge.kind} words={words.kind[badge.kind]} />
        </h1>
        <div className="ld-sign__who">
          <p className="ld-sign__holder">{badge.holder}</p>
          {badge.place === '' ? null : <p>{badge.place}</p>}
          <p>{words.about(badge)}</p>
        </div>
        <Qr text={address} label={t.qr} />
        <p className="ld-sign__until">{words.until(badge.validUntil)}</p>
        <p className="ld-sign__look">
          {words.look}
          <span className="ld-block ld-break">{address}</span>
        </p>
        <p className="ld-sign__foot">{words.given(view.municipality.name)}</p>
      </article>
    </Page>
  )
}
