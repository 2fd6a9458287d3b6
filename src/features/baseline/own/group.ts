/** Choosing the group: the rule proposes, the organisation decides, the municipality confirms. */
import type { Tx } from '../../../db/as.ts'
import { record } from '../../../db/audit.ts'
import { openTask } from '../../../db/tasks.ts'
import { proposeCluster } from '../../../scoring/cluster.ts'
import { none } from '../../../web/desk/form.tsx'
import { go, notYet, page, type Route } from '../../../web/desk/route.ts'
import { readForm } from '../../../web/desk/schema.ts'
import { chooseGroup } from '../part-store.ts'
import { GROUP, saysWhy } from '../fields.ts'
import { VARIANT_OF } from '../rules.ts'
import { baselinesOf, filledOf } from '../store.ts'
import { groupBasis, HOME, objectOf, own, type BaselineTools } from './door.ts'
import { ownPage } from './page.tsx'

export const groupRoutes = (tools: BaselineTools): readonly Route<Tx>[] => [
  {
    method: 'POST',
    path: '/mijn-nulmeting/groep',
    may: 'baseline.own',
    answer: own(async (asked, mine) => {
      const { tx, municipality, who, sent } = asked
      const baselines = await baselinesOf(tx, municipality.id, mine.organisation.id, 'to-change')
      const [now] = baselines
      const filled = await filledOf(tx, municipality.id, now?.form ?? null)
      const proposal = filled && proposeCluster(filled.questionnaire, filled.answers)
      if (!now || now.state !== 'running' || !proposal)
        return notYet('Vul eerst de vragen over uw organisatie in. Daarna kiest u een groep.')
      if (sent.mark('basis') !== groupBasis(now))
        return page(await ownPage(tools, asked, { ...mine, baselines }, none, true), 409)
      const { held, problems } = readForm(GROUP, sent, [
        saysWhy(proposal.cluster, 'Zeg kort waarom een andere groep beter past.'),
      ])
      if (!held) return page(await ownPage(tools, asked, mine, problems), 422)
      const { groep: cluster, reden: reason } = held
      await chooseGroup(
        tx,
        municipality.id,
        now,
        { proposed: proposal.cluster, cluster, reason, by: who.id },
        VARIANT_OF(tools.questionnaire, cluster),
      )
      await openTask(tx, municipality.id, {
        kind: 'cluster',
        object: objectOf(mine.organisation),
        whom: { role: 'account-manager' },
        text: `Bevestig de groep van ${mine.organisation.name}`,
        path: `/balie/organisaties/${mine.organisation.id}`,
        dueOn: null,
      })
      await record(tx, municipality.id, {
        act: 'baseline.cluster',
        object: objectOf(mine.organisation),
        detail: { proposed: proposal.cluster, chosen: cluster },
      })
      return go(HOME, 'Uw groep staat erbij. U krijgt nu de vragen die daarbij horen.')
    }),
  },
]
