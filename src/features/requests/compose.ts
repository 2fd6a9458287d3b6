/** Makes what is kept out of what was filled in: who asks, and a request of each kind, with its clock and its words. */
import { newSpokenNumber, spoken } from '../../lib/spoken-number.ts'
import type { RequestKind } from '../../model/request.ts'
import type { Channel } from '../../vocabulary/request.ts'
import type { Lang } from '../../web/language.ts'
import { dueOn } from './clock.ts'
import type { NewRequest, NewRequester } from './door-store.ts'
import { hashOf, idOfSent, type Filled } from './rules.ts'

export type How = {
  readonly key: Buffer
  readonly municipality: string
  readonly lang: Lang
  readonly channel: Channel
  readonly typedBy: string | null
  /** YYYY-MM-DD: the day that the term is counted from. */
  readonly receivedOn: string
  /** A public path that it is about, or empty. */
  readonly about: string
  /** The fields of the entry there that name somebody; undefined: it is about none. */
  readonly fields: { readonly contact: string; readonly owner: string } | undefined
}

/** The same form with the same in it is the same request; `due`: the first of its last days. */
export function composed(
  how: How,
  kind: RequestKind,
  others: readonly RequestKind[],
  filled: Filled,
): Omit<NewRequester, 'mail'> & { readonly due: string } {
  const { key, municipality, lang, channel, typedBy, receivedOn, about, fields } = how
  const { name, email, phone, post, whom, helper, onBehalf } = filled
  const id = idOfSent(key, [municipality, kind.id, JSON.stringify(filled)])
  const texts = kind.fields.flatMap(({ id: field }) => {
    const text = filled.fields[field] ?? ''
    return text === '' ? [] : [{ field, text }]
  })
  const requests = [
    { kind, texts },
    ...others.map((each) => ({ kind: each, texts: [{ field: 'wat', text: filled.moreText }] })),
  ].map(({ kind: asked, texts: said }, at): NewRequest => {
    const number = newSpokenNumber()
    return {
      id: idOfSent(key, [id, String(at)]),
      number,
      kind: asked.id,
      controller: asked.controllers[0]!.id,
      role: asked.role,
      about: at === 0 ? about : '',
      contact: fields?.contact ?? '',
      owner: fields?.owner ?? '',
      receivedOn,
      dueOn: dueOn(asked, receivedOn),
      keptMonths: asked.keptMonths,
      identity: asked.identity ? 'open' : 'not-needed',
      task: `Pak verzoek ${spoken(number)} op: ${asked.title.nl.toLowerCase()}`,
      texts: said.length > 0 ? said : [{ field: 'wat', text: asked.title[lang] }],
    }
  })
  return {
    municipality,
    id,
    secret: hashOf(key, id),
    name,
    email,
    phone,
    post,
    lang,
    channel,
    whom,
    helper,
    onBehalf,
    typedBy,
    requests,
    due: requests.map(({ dueOn: day }) => day).toSorted()[0]!,
  }
}

/** What a form sent, as it stands; `field` names are those of the kind. */
export function filledFrom(
  sent: { text(name: string): string; all(name: string): readonly string[] },
  kind: RequestKind,
  others: readonly RequestKind[],
  more: Pick<Filled, 'whom' | 'seal'>,
): Filled {
  const asked = sent.all('ook')
  return {
    ...more,
    fields: Object.fromEntries(kind.fields.map(({ id }) => [id, sent.text(id)])),
    more: others.filter(({ id }) => asked.includes(id)).map(({ id }) => id),
    moreText: sent.text('ook-wat'),
    onBehalf: sent.text('namens'),
    name: sent.text('naam'),
    email: sent.text('email'),
    phone: sent.text('telefoon'),
    post: sent.text('adres'),
    helper: sent.all('helper').includes('ja'),
    bait: sent.text('website'),
  }
}

/** A form in which nothing was filled in yet. */
export const emptyForm = (more: Pick<Filled, 'whom' | 'seal'>): Filled => ({
  ...more,
  fields: {},
  more: [],
  moreText: '',
  onBehalf: '',
  name: '',
  email: '',
  phone: '',
  post: '',
  helper: false,
  bait: '',
})
