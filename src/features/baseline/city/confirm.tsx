/** The municipality confirms the group of an organisation, or puts another in its place with a reason. */
import type { Tx } from '../../../db/as.ts'
import { record } from '../../../db/audit.ts'
import { closeTasks } from '../../../db/tasks.ts'
import { none } from '../../../web/desk/form.tsx'
import { go, missing, page, tooLate, type Route } from '../../../web/desk/route.ts'
import { readForm } from '../../../web/desk/schema.ts'
import { groupBasis, type BaselineTools } from '../own/door.ts'
import { confirmGroup } from '../part-store.ts'
import { GROUP, saysWhy } from '../fields.ts'
import { VARIANT_OF } from '../rules.ts'
import { baselinesOf, organisationById } from '../store.ts'
import { staffPage } from './organisation.tsx'

export const confirmRoutes = (tools: BaselineTools): readonly Route<Tx>[] => [
  {
    method: 'POST',
    path: '/organisaties/:organisation/groep',
    may: 'cluster.confirm',
    answer: async (asked) => {
      const { tx, municipality, params, sent, who } = asked
      const organisation = await organisationById(tx, municipality.id, params['organisation']!)
      const [now] = organisation ? await baselinesOf(tx, municipality.id, organisation.id, 'to-change') : []
      if (!organisation || !now || now.cluster === null) return missing
      if (sent.mark('basis') !== groupBasis(now)) return page(await staffPage(asked, tools, none, '', true), 409)
      const { held, problems } = readForm(GROUP, sent, [
        saysWhy(now.cluster, 'Zeg waarom u anders kiest dan de organisatie.'),
      ])
      if (!held) return page(await staffPage(asked, tools, problems), 422)
      const { groep: cluster, reden: reason } = held
      if (now.state === 'done' && cluster !== now.cluster)
        return tooLate('Deze zelfcheck is afgerond. De groep verandert pas bij de volgende.')
      const object = `organisation/${organisation.id}`
      await confirmGroup(
        tx,
        municipality.id,
        now,
        { cluster, reason, by: who.id },
        VARIANT_OF(tools.questionnaire, cluster),
      )
      await closeTasks(tx, municipality.id, object, ['cluster'])
      await record(tx, municipality.id, { act: 'baseline.cluster-confirmed', object, detail: { cluster } })
      return go(`/balie/organisaties/${organisation.id}`, 'De groep is bevestigd.')
    },
  },
]
