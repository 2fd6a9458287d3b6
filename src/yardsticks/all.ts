/** The tests of others that are told of a kind of address. */
import type { Evidence } from '../model/evidence.ts'
import type { Yardstick, YardstickId } from '../model/yardstick.ts'
import { internetNlMail } from './internet-nl-mail.ts'
import { internetNlWeb } from './internet-nl-web.ts'
import { observatory } from './observatory.ts'

/** What each would say of this evidence; null: too little was seen. */
export const yardsticksOf = (evidence: Evidence): (readonly [YardstickId, Yardstick | null])[] =>
  evidence.subject.kind === 'website'
    ? [
        ['internet-nl-web', internetNlWeb(evidence)],
        ['observatory', observatory(evidence)],
      ]
    : [['internet-nl-mail', internetNlMail(evidence)]]
