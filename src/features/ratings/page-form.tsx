/** The minute in which somebody says how a service went; and the word of thanks. */
import { DONE, LONGEST_ANSWER, STUCK } from '../../vocabulary/rating.ts'
import { Bait } from '../../web/bait.tsx'
import { Area, Button, Buttons, Choice, ErrorSummary, none, type Problems } from '../../web/desk/form.tsx'
import { Page } from '../../web/layout.tsx'
import { Heading, Link, Section, Text } from '../../web/parts.tsx'
import { href, type View } from '../../web/view.ts'
import type { Product } from './door-store.ts'
import { says } from './messages.ts'

/** What stands in the fields, as it was typed. */
export type Filled = {
  readonly done: string
  readonly ease: string
  readonly stuck: readonly string[]
  readonly words: string
  readonly helped: boolean
  readonly leave: boolean
  readonly version: string
  readonly step: string
  readonly seal: string
}
/** Numbers from hard to easy, as they stand in a form. */
export const EASE = ['1', '2', '3', '4', '5'] as const

type Props = { readonly view: View; readonly product: Product; readonly filled: Filled; readonly problems?: Problems }

export function RatingPage({ view, product, filled, problems = none }: Props) {
  const t = says(view.lang)
  const title = t.title(product.title)
  return (
    <Page view={view} title={title}>
      <div className="ld-opening">
        <Heading level={1}>{title}</Heading>
        <ErrorSummary problems={problems} title={t.problems} />
        <Text lead>{t.lead}</Text>
      </div>
      <form method="post" action={href(view, `/oordeel/${product.slug}`)} className="ld-desk-form" noValidate>
        <input type="hidden" name="formulier" value={filled.seal} />
        <input type="hidden" name="versie" value={filled.version} />
        <input type="hidden" name="stap" value={filled.step} />
        <Bait label={t.bait} />
        <Choice
          name="gelukt"
          label={t.done}
          value={[filled.done]}
          problems={problems}
          options={DONE.map((value) => ({ value, label: t.doneOf[value] }))}
        />
        <Choice
          name="makkelijk"
          label={t.ease}
          value={[filled.ease]}
          problems={problems}
          options={EASE.map((value, at) => ({ value, label: t.easeOf[at] ?? '' }))}
        />
        <Choice
          name="vast"
          label={t.stuck}
          several
          value={filled.stuck}
          options={STUCK.map((value) => ({ value, label: t.stuckOf[value] }))}
        />
        <Area
          name="woorden"
          label={t.words}
          hint={t.wordsHint}
          value={filled.words}
          rows={4}
          maxLength={LONGEST_ANSWER}
          problems={problems}
        />
        <Tick name="hulp" label={t.helped} on={filled.helped} />
        <Tick name="tonen" label={t.leave} on={filled.leave} />
        <Buttons>
          <Button>{t.send}</Button>
        </Buttons>
      </form>
    </Page>
  )
}

function Tick({ name, label, on }: { name: string; label: string; on: boolean }) {
  return (
    <div className="ld-option">
      <input type="checkbox" id={`veld-${name}`} name={name} value="ja" defaultChecked={on} />
      <label htmlFor={`veld-${name}`}>{label}</label>
    </div>
  )
}

/** `stuck`: it did not work out: then there is another way. */
export function ThanksPage({ view, product, stuck }: { view: View; product: Product; stuck: boolean }) {
  const t = says(view.lang)
  return (
    <Page view={view} title={t.thanks}>
      <div className="ld-opening">
        <Heading level={1}>{t.thanks}</Heading>
        <Text lead>{t.thanksText}</Text>
        <Text>
          <Link to={href(view, `/oordelen/${product.slug}`)}>{t.thanksLink(product.title)}</Link>
        </Text>
      </div>
      {stuck ? (
        <Section id="hulp" title={t.stuckNow}>
          <Text>
            {t.stuckNowText} <Link to={href(view, '/rechten/digitaal-lukt-niet')}>{t.stuckNowLink}</Link>
          </Text>
        </Section>
      ) : null}
    </Page>
  )
}

/** Too much came from one network. */
export function WaitPage({ view }: { view: View }) {
  const t = says(view.lang)
  return (
    <Page view={view} title={t.waitTitle}>
      <Heading level={1}>{t.waitTitle}</Heading>
      <Text lead>{t.wait}</Text>
    </Page>
  )
}
