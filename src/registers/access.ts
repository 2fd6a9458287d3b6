/** Who may read and write in a register, where its file names fewer than the permission does. */
import type { Tx } from '../db/as.ts'
import type { Person } from '../model/person.ts'
import type { Register } from '../model/register.ts'
import { PERMISSIONS, ROLE_NAMES } from '../vocabulary/roles.ts'
import { forbidden, type Making, type Reply, type Route } from '../web/desk/route.ts'

type Who = Pick<Person, 'roles'>

/** Whether this person reads in it. */
export const mayRead = ({ roles }: Who, { access }: Pick<Register, 'access'>): boolean =>
  roles.some((role) => access.read.includes(role))
/** Whether this person writes in it. */
export const mayWrite = ({ roles }: Who, { access }: Pick<Register, 'access'>): boolean =>
  roles.some((role) => access.write.includes(role))

/** Whether the file of a register leaves anybody out. */
export const isShut = ({ access: { read, write } }: Pick<Register, 'access'>): boolean =>
  read.length < PERMISSIONS['register.read'].length || write.length < PERMISSIONS['register.edit'].length

/** These routes, of a register that `of` gives: who may not read or write there is told who may. */
export const within = (
  of: (asked: Pick<Making<Tx>, 'params'>) => Register | undefined,
  routes: readonly Route<Tx>[],
): readonly Route<Tx>[] =>
  routes.map((route) => {
    const what = route.may === 'register.edit' ? 'write' : 'read'
    const refuses: Route<Tx>['refuses'] = (asked) => {
      const register = of(asked)
      const shut = register && !asked.who.roles.some((role) => register.access[what].includes(role))
      return shut ? forbidden(toldOf(register, what)) : undefined
    }
    const guarded =
      <A extends Making<Tx>>(then: (asked: A) => Promise<Reply>) =>
      async (asked: A) =>
        refuses(asked) ?? then(asked)
    return { ...route, refuses, answer: guarded(route.answer), ...(route.later && { later: guarded(route.later) }) }
  })

/** Whose register it is, in a sentence. */
const toldOf = ({ title, access }: Register, what: 'read' | 'write'): string =>
  `${what === 'read' ? 'Lezen' : 'Schrijven'} in het register “${title}” kan alleen wie een van deze rollen heeft: ` +
  `${access[what].map((role) => ROLE_NAMES[role]).join(', ')}.`
