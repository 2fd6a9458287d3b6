/** Takes a case on as its handler. */
import type { Tx } from '../../../db/as.ts'
import { forbidden, go, overtaken, type Route } from '../../../web/desk/route.ts'
import { pathOf } from '../address.ts'
import type { CaseDoors } from '../doors.ts'
import { whyNotHandle } from '../rules/may.ts'
import { handle } from '../store/handler.ts'

export const handleRoutes = ({ onCase }: CaseDoors): readonly Route<Tx>[] => [
  {
    method: 'POST',
    path: '/zaken/:case/behandelen',
    may: 'case.handle',
    answer: onCase(async ({ who }, file, doing) => {
      const why = file.facts.handler !== null ? 'Deze zaak heeft al een behandelaar.' : whyNotHandle(file.facts, who)
      if (why !== undefined) return forbidden(why)
      return (await handle(doing, file))
        ? go(pathOf(file.row), 'U behandelt deze zaak.')
        : overtaken('Iemand anders nam deze zaak net in behandeling.')
    }),
  },
]
