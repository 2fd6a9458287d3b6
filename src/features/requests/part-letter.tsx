/** An answer as a letter to print: what was asked, what the answer is, who decided, and what can be done after it. */
import type { RequestKind } from '../../model/request.ts'
import type { CityContact } from '../../model/letter.ts'
import { spoken } from '../../lib/spoken-number.ts'
import { day, type Lang } from '../../web/language.ts'
import { Heading, Text } from '../../web/parts.tsx'
import type { GivenAnswer, PenaltyProps } from './follow-props.ts'
import { toldEnding } from './endings.ts'
import { follows } from './messages-follow.ts'
import { PenaltyDecided } from './part-penalty.tsx'
import { AfterAnswer } from './part-remedies.tsx'

type Props = {
  readonly lang: Lang
  readonly kind: RequestKind
  readonly city: string
  readonly number: string
  readonly receivedOn: string
  /** Undefined: it was not given yet, and the letter is of the penalty alone. */
  readonly answer: GivenAnswer | undefined
  /** What was decided of a penalty for being late, if anything was. */
  readonly penalty: PenaltyProps | undefined
  readonly today: string
  readonly contact: Pick<CityContact, 'phone' | 'counter'> | undefined
  /** Name and address for the window of an envelope; empty where nobody gave them. */
  readonly to: string
}

export function Letter({ lang, kind, city, number, receivedOn, answer, penalty, today, contact, to }: Props) {
  const t = follows(lang)
  return (
    <div className="ld-receipt" lang={lang}>
      {to === '' ? null : <p className="ld-preline">{to}</p>}
      <Text>
        {city}, {day(lang, answer?.knownOn ?? answer?.on ?? today)}
      </Text>
      <Heading level={2}>{t.letterAbout(kind.title[lang])}</Heading>
      <Text>
        {t.number(spoken(number))}. {t.step.received}: {day(lang, receivedOn)}.
      </Text>
      {answer === undefined ? null : <Given {...{ lang, kind, city, answer, today, contact }} />}
      {penalty === undefined ? null : (
        <>
          <Heading level={3}>{t.owedAbout}</Heading>
          <PenaltyDecided {...penalty} />
        </>
      )}
    </div>
  )
}

type GivenProps = Pick<Props, 'lang' | 'kind' | 'city' | 'today' | 'contact'> & { readonly answer: GivenAnswer }
function Given({ lang, kind, city, answer, today, contact }: GivenProps) {
  const t = follows(lang)
  return (
    <>
      <Text>{toldEnding(lang, kind, answer.outcome, answer.ground)}</Text>
      <p className="ld-preline">{answer.text}</p>
      {answer.rests.map(({ field, text }) => (
        <Text key={field}>
          {t.rests[field as keyof typeof t.rests]}: {text.replace(/^\/registers\/\S+ /, '')}
        </Text>
      ))}
      <AfterAnswer {...{ lang, kind, today, answer, city, contact }} level={3} />
    </>
  )
}
