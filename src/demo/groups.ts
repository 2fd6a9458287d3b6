/**
 * The demo city works in groups: an account manager confirmed what the rules propose, organisations agreed to help and
 * to be named, and people chose what groups begin with.
 */
import type { DemoGroups } from '../../test/city/desk/read.ts'
import { asPerson } from '../db/as.ts'
import type { Db } from '../db/connect.ts'
import { consent } from '../features/baseline/stand-store.ts'
import type { GroupTools } from '../features/groups/deps.ts'
import { figuresFor, figuresOf } from '../features/groups/figures.ts'
import { choose, spearpointById, take } from '../features/groups/spearpoint-store.ts'
import { chooseGroups, groupsIn, ungrouped } from '../features/groups/store.ts'
import type { Group, GroupRule } from '../model/group.ts'
import { proposeGroup } from '../scoring/group.ts'
import { todayIn } from '../web/language.ts'
import { idsBy, isFilled, partnerOf } from './store.ts'

type Filling = { readonly db: Db; readonly municipality: string; readonly groups: DemoGroups }

/** Puts organisations in groups once, after the desk was filled: what is not confirmed waits for a colleague. */
export async function fillGroups({
  db,
  municipality,
  groups,
  rules,
}: Filling & { readonly rules: readonly GroupRule[] }): Promise<void> {
  if (await isFilled(db, municipality, 'organisation_group')) return
  const people = await idsBy(db, municipality, 'person', 'email')
  const by = people.get(groups.bevestigd_door)!
  const otherwise = new Map(groups.anders.map((each) => [each.organisatie, each]))
  await asPerson(db, { municipality, person: by, organisation: null }, 'write', async (tx) => {
    const all = (await ungrouped(tx, municipality)).filter(({ name }) => !groups.wachten.includes(name))
    const chosen = all.flatMap((each) => {
      const proposal = proposeGroup(rules, each)
      const other = otherwise.get(each.name)
      const cluster = other?.groep ?? proposal?.cluster
      if (cluster === undefined) return []
      const reason = cluster === proposal?.cluster ? '' : (other?.reden ?? '')
      return [
        { organisation: each.id, cluster, proposed: proposal?.cluster ?? null, rule: proposal?.rule ?? '', reason },
      ]
    })
    await chooseGroups(tx, municipality, by, chosen)
  })
  const organisations = await idsBy(db, municipality, 'organisation', 'name')
  for (const { organisatie, soort: kind, contact = '' } of groups.toestemming) {
    const organisation = organisations.get(organisatie)
    if (organisation === undefined) continue
    const partner = await partnerOf(db, municipality, organisation)
    if (partner === undefined) continue
    await asPerson(db, { municipality, person: partner, organisation }, 'write', (tx) =>
      consent(tx, municipality, { organisation, kind, contact, by: partner }),
    )
  }
}

/** Chooses what groups begin with once, after the city was measured: on the figures of then, as people do. */
export async function fillSpearpoints({ db, municipality, groups }: Filling, tools: GroupTools): Promise<void> {
  if (await isFilled(db, municipality, 'spearpoint')) return
  const people = await idsBy(db, municipality, 'person', 'email')
  for (const each of groups.speerpunten) {
    const group: Group = each.groep ? { kind: 'cluster', name: each.groep } : { kind: 'street', name: each.straat! }
    const by = people.get(each.gekozen_door)!
    const id = await asPerson(db, { municipality, person: by, organisation: null }, 'write', async (tx) => {
      const here = { tx, municipality: { id: municipality, slug: '', name: '' }, today: todayIn() }
      const count = (await groupsIn(tx, municipality)).find(
        ({ kind, name }) => kind === group.kind && name === group.name,
      )
      const figures = await figuresFor(here, await figuresOf(here, tools, group), each.norm, count?.count ?? 0)
      const norm = tools.catalogue.norms.find((one) => one.id === each.norm)!
      const criterion = figures.criteria.find(({ missed }) => missed !== null)?.criterion ?? norm.criteria[0]!.id
      return choose(tx, municipality, { group, norm: each.norm, criterion, reason: each.reden, figures, by })
    })
    const publisher = each.openbaar_door && people.get(each.openbaar_door)
    if (id === undefined || !publisher) continue
    await asPerson(db, { municipality, person: publisher, organisation: null }, 'write', async (tx) =>
      take(tx, municipality, (await spearpointById(tx, municipality, id))!, { step: 'published', by: publisher }),
    )
  }
}
