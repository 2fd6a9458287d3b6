/** The page that leads to all learning and help: people nearby first, then what one can do alone. */
import { Page } from '../../web/layout.tsx'
import { Heading, Link, Section, Text } from '../../web/parts.tsx'
import { href, type View } from '../../web/view.ts'
import { PromiseOf } from '../help/promise.tsx'
import { HOW_TO } from '../norms/how-to.ts'
import { says } from './messages.ts'

/** `open`: places that are open, and courses that meet, today. */
export function LearnPage({ view, open }: { view: View; open: number }) {
  const t = says(view.lang)
  const [action] = href(view, '/leren/hulp').split('?')
  return (
    <Page view={view} title={t.title} crumbs={[{ name: t.title, to: href(view, '/leren') }]}>
      <div className="ld-opening">
        <Heading level={1}>{t.title}</Heading>
        <Text lead>{t.lead}</Text>
        <PromiseOf view={view} />
      </div>
      <Section id="dichtbij" title={t.near}>
        <Text>
          {t.nearText} <strong>{t.today(open)}</strong>
        </Text>
        <form method="get" action={action} role="search" aria-label={t.near} className="ld-form">
          <div className="utrecht-form-field ld-field">
            <label className="utrecht-form-label" htmlFor="veld-postcode">
              {t.postcode}
            </label>
            <span className="ld-small" id="uitleg-postcode">
              {t.postcodeHint}
            </span>
            <input
              className="utrecht-textbox utrecht-textbox--html-input"
              id="veld-postcode"
              name="postcode"
              maxLength={7}
              autoComplete="postal-code"
              aria-describedby="uitleg-postcode"
            />
          </div>
          <div className="ld-form__submit">
            <button type="submit" className="nl-button nl-button--primary">
              {t.search}
            </button>
          </div>
        </form>
        <Text>
          <Link to={href(view, '/leren/hulp')}>{t.all}</Link>
        </Text>
      </Section>
      <Section id="lessen" title={t.lessons}>
        <Text>{t.lessonsText}</Text>
        <Text>
          <Link to={href(view, '/leren/lessen')}>{t.toLessons}</Link>
        </Text>
      </Section>
      <Section id="zo-doet-u-het" title={t.howTo}>
        <Text>{t.howToText}</Text>
        <Text>
          <Link to={href(view, HOW_TO)}>{t.toHowTo}</Link>
        </Text>
      </Section>
      <Section id="helpen" title={t.helpers}>
        <Text>{t.helpersText}</Text>
        <Text>
          <Link to={`${href(view, '/leren/hulp')}#meer`}>{t.all}</Link>
        </Text>
      </Section>
    </Page>
  )
}
