/** The slip that goes along from the counter: the code, the day of the answer, and how one reaches the municipality. */
import type { CityContact } from '../../model/letter.ts'
import type { RequestKind } from '../../model/request.ts'
import { spokenCode } from '../../lib/follow-code.ts'
import { spoken } from '../../lib/spoken-number.ts'
import { Counter } from '../../web/counter.tsx'
import { day, type Lang } from '../../web/language.ts'
import { messages } from '../../web/messages.ts'
import { Heading, Text } from '../../web/parts.tsx'
import { Qr } from '../../web/qr.tsx'
import { doneSays } from './messages-done.ts'
import { follows } from './messages-follow.ts'

type Props = {
  readonly lang: Lang
  readonly city: string
  readonly contact: CityContact
  readonly request: { readonly number: string; readonly receivedOn: string; readonly dueOn: string }
  readonly kind: RequestKind
  readonly code: string
  readonly link: string
  readonly origin: string
  /** YYYY-MM-DD. */
  readonly today: string
}

export function Slip({ lang, city, contact, request, kind, code, link, origin, today }: Props) {
  const [t, d] = [follows(lang), doneSays(lang)]
  const { number, receivedOn, dueOn } = request
  return (
    <div className="ld-receipt" lang={lang}>
      <Text>{city}</Text>
      <Heading level={2}>{kind.question[lang]}</Heading>
      <Text>
        {t.number(spoken(number))}. {t.step.received}: {day(lang, receivedOn)}.{' '}
        {dueOn < today ? t.late(dueOn) : t.due(dueOn)}
      </Text>
      <Text>{t.keep}:</Text>
      <p className="ld-code">{spokenCode(code)}</p>
      <Text>
        {d.keepSlip} {t.follow}: {origin.replace(/^https?:\/\//, '')}
        {lang === 'en' ? '/en' : ''}/verzoeken
      </Text>
      <Qr text={link} label={t.qr} />
      <Text>
        {d.callUs(contact.phone)} {d.codeIsYours}
      </Text>
      <Counter view={{ lang, m: messages[lang], contact: { ...contact, days: 0 } }} />
    </div>
  )
}
