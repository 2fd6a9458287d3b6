/** What the clock sees of campaigns: their days, and no outcome of anybody. */
import { sql } from 'kysely'
import type { Tx } from '../../db/as.ts'
import { openTask } from '../../db/tasks.ts'
import { daysAfter } from '../../lib/iso-date.ts'
import { TELL_WITHIN } from '../../vocabulary/campaign.ts'
import { day } from '../../web/language.ts'

/** Days before the last measurement on which somebody is asked to measure and publish. */
const BEFORE = 10

/** Asks for the draw, the last measurement and the outcome, each once. Gives how many were asked. */
export async function remindOfCampaigns(tx: Tx, municipality: string, today: string): Promise<number> {
  const rows = await tx
    .selectFrom('campaign')
    .select(['id', 'title', 'state', 'draw_on as drawOn', 'after'])
    .where('municipality', '=', municipality)
    .where('state', 'in', ['frozen', 'drawn'])
    .where(sql<boolean>`case state when 'frozen' then draw_on <= ${today}::date
      else after <= ${daysAfter(today, BEFORE)}::date end`)
    .limit(500)
    .execute()
  let asked = 0
  for (const { id, title, state, drawOn, after } of rows) {
    const object = `campaign/${id}`
    const path = `/balie/campagnes/${id}`
    const [kind, role, text, dueOn] =
      state === 'frozen'
        ? (['campaign-draw', 'policy-officer', `Doe de loting van de campagne “${title}”`, drawOn] as const)
        : today < after
          ? ([
              'campaign-measure',
              'policy-officer',
              `Meet en publiceer voor ${day('nl', after)}: nameting van de campagne “${title}”`,
              after,
            ] as const)
          : ([
              'campaign-result',
              'publisher',
              `Publiceer de uitkomst van de campagne “${title}”`,
              daysAfter(after, TELL_WITHIN),
            ] as const)
    const before = await tx
      .selectFrom('task')
      .select('id')
      .where('municipality', '=', municipality)
      .where('object', '=', object)
      .where('kind', '=', kind)
      .executeTakeFirst()
    if (before) continue
    await openTask(tx, municipality, { kind, object, whom: { role }, text: text.slice(0, 300), path, dueOn })
    asked += 1
  }
  return asked
}
