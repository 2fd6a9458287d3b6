/** Blocking somebody, letting them go or in again, and beginning anew with a lost second factor. */
import { record } from '../../../db/audit.ts'
import type { Tx } from '../../../db/as.ts'
import { HandOverPage } from '../../../web/desk/hand-over.tsx'
import { go, missing, notYet, page, type Route } from '../../../web/desk/route.ts'
import { administrators, changePerson, takeAccess } from '../accounts-store.ts'
import { colleagueById } from '../colleagues-store.ts'
import { forgetLinks } from '../links-store.ts'
import { endOtherSessions } from '../sessions-store.ts'
import { invite } from './invitation-mail.ts'
import { crumbs } from './parts.tsx'
import { PersonPage } from './person.tsx'

export const accessRoutes: readonly Route<Tx>[] = [
  {
    method: 'POST',
    path: '/beheer/mensen/:person/staat',
    may: 'people.manage',
    answer: async ({ tx, municipality, params, sent, view, who }) => {
      const person = await colleagueById(tx, municipality.id, params['person']!)
      if (!person) return missing
      const state = (['active', 'blocked', 'left'] as const).find((each) => each === sent.mark('staat'))
      const problem =
        state === undefined
          ? 'Kies wat er moet gebeuren.'
          : state !== 'active' && person.id === who.id
            ? 'U kunt uzelf niet buitensluiten. Vraag een andere beheerder.'
            : state !== 'active' &&
                person.state === 'active' &&
                person.roles.includes('administrator') &&
                (await administrators(tx, municipality.id)) <= 1
              ? 'Dit is de enige beheerder. Wijs eerst een ander aan.'
              : undefined
      if (problem !== undefined || state === undefined)
        return page(<PersonPage view={view} person={person} problems={{ '': problem! }} />, 422)
      await changePerson(tx, municipality.id, person.id, {
        state:
          state === 'active' && !person.hasPassword && !person.linked && person.organisation === null
            ? 'invited'
            : state,
      })
      if (state !== 'active') {
        await endOtherSessions(tx, municipality.id, person.id)
        await forgetLinks(tx, municipality.id, person.id)
      }
      return go('/balie/beheer', `Bewaard: ${person.name}.`)
    },
  },
  {
    method: 'POST',
    path: '/beheer/mensen/:person/opnieuw',
    may: 'people.manage',
    answer: async (asked) => {
      const { tx, municipality, params, view } = asked
      const person = await colleagueById(tx, municipality.id, params['person']!)
      if (!person || person.state === 'left' || person.state === 'blocked') return missing
      if (
        person.state === 'active' &&
        person.roles.includes('administrator') &&
        (await administrators(tx, municipality.id)) <= 1
      )
        return notYet('Dit is de enige beheerder. Wijs eerst een ander aan.')
      await forgetLinks(tx, municipality.id, person.id)
      await takeAccess(tx, municipality.id, person.id)
      await endOtherSessions(tx, municipality.id, person.id)
      const link = await invite(asked, person.id, person.name, person.email)
      await record(tx, municipality.id, { act: 'person.access-renewed', object: `person/${person.id}` })
      return view.mails
        ? go('/balie/beheer', `${person.name} krijgt een nieuwe link.`)
        : page(<HandOverPage view={view} whom={person.name} {...link} crumbs={crumbs} back="/balie/beheer" />)
    },
  },
]
