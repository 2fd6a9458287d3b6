/** Inviting an organisation: by mail, or without a mail server by a link to hand over. */
import { isEmail } from '../../../lib/mail-address.ts'
import type { Tx } from '../../../db/as.ts'
import { HandOverPage } from '../../../web/desk/hand-over.tsx'
import { go, missing, notYet, page, type Route } from '../../../web/desk/route.ts'
import { readForm, thatIs, word } from '../../../web/desk/schema.ts'
import { answeredFrom, invite, whyNotInvite } from '../invitation-store.ts'
import { yearOf, type BaselineTools } from '../own/door.ts'
import { organisationById } from '../store.ts'
import { staffPage } from './organisation.tsx'

const FIELDS = {
  email: word(thatIs(isEmail, 'Vul een e-mailadres in, zoals info@organisatie.nl.')),
}

export const inviteRoutes = (tools: BaselineTools): readonly Route<Tx>[] => [
  {
    method: 'POST',
    path: '/organisaties/:organisation/uitnodigen',
    may: 'organisation.invite',
    answer: async (asked) => {
      const { tx, municipality, params, sent, who, origin, view } = asked
      const organisation = await organisationById(tx, municipality.id, params['organisation']!)
      if (!organisation) return missing
      const { typed, problems } = readForm(FIELDS, sent)
      const email = typed.email.toLowerCase()
      const why = problems['email'] ?? (await whyNotInvite(tx, municipality.id, organisation.id, email))
      if (why !== undefined) return page(await staffPage(asked, tools, { email: why }, email), 422)
      // Who holds the link sees the answers: where there are some it goes to the organisation itself alone.
      const answered = (await answeredFrom(tx, municipality.id, organisation.id)) !== undefined
      const handed = !view.mails && !answered
      const year = yearOf(asked)
      const invited = await invite(tx, { municipality, organisation, email, year, by: who, origin, handed })
      const at = `/balie/organisaties/${organisation.id}`
      if (invited === undefined) return notYet('Deze organisatie doet dit jaar al mee. Er is niets verstuurd.')
      if (!handed)
        return go(at, view.mails ? 'De uitnodiging is onderweg.' : 'De uitnodiging wacht tot er een mailserver is.')
      const crumbs = [
        { name: 'Organisaties', to: '/balie/organisaties' },
        { name: organisation.name, to: at },
      ]
      return page(<HandOverPage view={view} whom={organisation.name} {...invited} crumbs={crumbs} back={at} />)
    },
  },
]
