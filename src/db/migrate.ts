/** Brings the database to the newest shape. Each migration runs once, in order, under Kysely's own lock. */
import { sql, type Kysely } from 'kysely'
import { Migrator, type Migration } from 'kysely/migration'
import { Trouble } from '../lib/trouble.ts'
import type { Tables } from './tables.ts'
import { up as start } from './migrations/001-start.ts'
import { up as desk } from './migrations/002-desk.ts'
import { up as legalTerms } from './migrations/003-legal-terms.ts'
import { up as registerFetch } from './migrations/004-register-fetch.ts'
import { up as ownAnswers } from './migrations/005-own-answers.ts'
import { up as sharedAddresses } from './migrations/006-shared-addresses.ts'
import { up as unsent } from './migrations/007-unsent.ts'
import { up as promises } from './migrations/008-promises.ts'
import { up as noPassingBy } from './migrations/009-no-passing-by.ts'
import { up as trail } from './migrations/010-trail.ts'
import { up as guesses } from './migrations/011-guesses.ts'
import { up as walls } from './migrations/012-walls.ts'
import { up as links } from './migrations/013-links.ts'
import { up as installation } from './migrations/014-installation.ts'
import { up as identityOnce } from './migrations/015-identity-once.ts'
import { up as workerReadsKind } from './migrations/015-worker-reads-kind.ts'
import { up as registers } from './migrations/016-registers.ts'
import { up as months } from './migrations/017-months.ts'
import { up as queue } from './migrations/017-queue.ts'
import { up as publicEntries } from './migrations/018-public-entries.ts'
import { up as noted } from './migrations/019-noted.ts'
import { up as findings } from './migrations/021-findings.ts'
import { up as files } from './migrations/022-files.ts'
import { up as marks } from './migrations/023-marks.ts'
import { up as search } from './migrations/024-search.ts'
import { up as map } from './migrations/025-map.ts'
import { up as algorithms } from './migrations/026-algorithms.ts'
import { up as dates } from './migrations/027-dates.ts'
import { up as reports } from './migrations/028-reports.ts'
import { up as notedStays } from './migrations/030-noted-stays.ts'
import { up as jobs } from './migrations/031-jobs.ts'
import { up as hosts } from './migrations/032-hosts.ts'
import { up as receipts } from './migrations/033-receipts-and-forgetting.ts'
import { up as look } from './migrations/034-look.ts'
import { up as publishedRows } from './migrations/035-published-rows.ts'
import { up as sweep } from './migrations/035-sweep.ts'
import { up as later } from './migrations/036-later.ts'
import { up as access } from './migrations/037-access.ts'
import { up as rowDates } from './migrations/038-row-dates.ts'
import { up as nationalAgain } from './migrations/039-national.ts'
import { up as clusters } from './migrations/040-clusters.ts'
import { up as tenderOfficer } from './migrations/040-tender-officer.ts'
import { up as covenants } from './migrations/041-covenants.ts'
import { up as signing } from './migrations/042-signing.ts'
import { up as streets } from './migrations/043-streets.ts'
import { up as tenders } from './migrations/044-tenders.ts'
import { up as tenderDoors } from './migrations/044-tenders-doors.ts'
import { up as pledges } from './migrations/045-pledges.ts'
import { up as badges } from './migrations/046-badges.ts'
import { up as covenantTalk } from './migrations/047-covenant-talk.ts'
import { up as publicCovenants } from './migrations/048-public-covenants.ts'
import { up as meetings } from './migrations/049-meetings.ts'
import { up as premises } from './migrations/050-premises.ts'
import { up as shorterFigures } from './migrations/050-shorter-figures.ts'
import { up as yearlyReports } from './migrations/051-yearly-reports.ts'
import { up as ownRequirements } from './migrations/052-own-requirements.ts'
import { up as filesForClock } from './migrations/053-files-for-clock.ts'
import { up as streetsRepaired } from './migrations/054-streets-repaired.ts'
import { up as dutiesHandedOn } from './migrations/055-duties-handed-on.ts'
import { up as dutchDay } from './migrations/057-dutch-day.ts'
import { up as tenderRecord } from './migrations/058-tender-record.ts'
import { up as participantsFound } from './migrations/060-participants-found.ts'
import { up as endedLinks } from './migrations/062-ended-links.ts'
import { up as tasksPassedOn } from './migrations/063-tasks-passed-on.ts'
import { up as tooFew } from './migrations/064-too-few.ts'
import { up as partiesSaid } from './migrations/066-parties-said.ts'
import { up as partiesByLink } from './migrations/068-parties-by-link.ts'
import { up as verifiersApart } from './migrations/070-verifiers-apart.ts'
import { up as tenderClosing } from './migrations/074-tender-closing.ts'
import { up as partyHeard } from './migrations/075-party-heard.ts'
import { up as hands } from './migrations/076-hands.ts'
import { up as handsRows } from './migrations/076-hands-rows.ts'
import { up as renewal } from './migrations/078-renewal.ts'
import { up as verdictNames } from './migrations/078-verdict-names.ts'
import { up as verdictsByLink } from './migrations/080-verdicts-by-link.ts'
import { up as doneOnce } from './migrations/086-done-once.ts'
import { up as lastDays } from './migrations/087-last-days.ts'
import { up as requests } from './migrations/088-requests.ts'
import { up as requestDoors } from './migrations/089-request-doors.ts'
import { up as requestFigures } from './migrations/090-request-figures.ts'
import { up as reportsToWhom } from './migrations/091-reports-to-whom.ts'
import { up as ratings } from './migrations/092-ratings.ts'
import { up as courses } from './migrations/096-courses.ts'
import { up as coursesShown } from './migrations/097-courses-shown.ts'
import { up as courseDoors } from './migrations/098-courses-doors.ts'
import { up as courseNumbers } from './migrations/099-course-numbers.ts'
import { up as lessons } from './migrations/100-lessons.ts'
import { up as lessonDoors } from './migrations/101-lesson-doors.ts'
import { up as warnings } from './migrations/104-warnings.ts'
import { up as warningsWalls } from './migrations/105-warnings-walls.ts'
import { up as warningsIn } from './migrations/106-warnings-in.ts'
import { up as warningFeeds } from './migrations/107-warning-feeds.ts'
import { up as soughtThings } from './migrations/108-search.ts'
import { up as searchSources } from './migrations/109-search-sources.ts'
import { up as practices } from './migrations/110-practices.ts'
import { up as events } from './migrations/111-events.ts'
import { up as eventsShown } from './migrations/112-events-shown.ts'
import { up as hackEvents } from './migrations/113-hack-events.ts'
import { up as hackEventsShown } from './migrations/114-hack-events-shown.ts'
import { up as buddies } from './migrations/115-buddies.ts'
import { up as buddiesWalls } from './migrations/116-buddies-walls.ts'
import { up as exercises } from './migrations/117-exercises.ts'
import { up as exercisesWalls } from './migrations/118-exercises-walls.ts'
import { up as campaigns } from './migrations/119-campaigns.ts'
import { up as campaignsWalls } from './migrations/120-campaigns-walls.ts'
import { up as campaignsShown } from './migrations/121-campaigns-shown.ts'
import { up as weaknesses } from './migrations/122-weaknesses.ts'
import { up as requestAnswers } from './migrations/123-request-answers.ts'
import { up as counter } from './migrations/124-counter.ts'
import { up as ratingsTakenOff } from './migrations/125-ratings-taken-off.ts'
import { up as searchWeaknesses } from './migrations/126-search-weaknesses.ts'
import { up as eventsHeld } from './migrations/127-events-held.ts'
import { up as courseFloods } from './migrations/128-course-floods.ts'
import { up as hackFindings } from './migrations/129-hack-findings.ts'
import { up as named } from './migrations/132-named.ts'
import { up as warningsTold } from './migrations/133-warnings-told.ts'
import { up as requestsByLaw } from './migrations/134-requests-by-law.ts'
import { up as dayHere } from './migrations/135-day-here.ts'
import { up as warningHearers } from './migrations/137-warning-hearers.ts'
import { up as behindAddresses } from './migrations/138-behind-addresses.ts'
import { up as secondLooks } from './migrations/139-second-looks.ts'
import { up as askedLooks } from './migrations/140-asked-looks.ts'
import { up as rulesPublished } from './migrations/141-rules-published.ts'
import { up as comeBack } from './migrations/142-come-back.ts'
import { up as judgedAs } from './migrations/143-judged-as.ts'
import { up as domainDays } from './migrations/144-domain-days.ts'

const migrations: Readonly<Record<string, Migration>> = {
  '001-start': { up: start },
  '002-desk': { up: desk },
  '003-legal-terms': { up: legalTerms },
  '004-register-fetch': { up: registerFetch },
  '005-own-answers': { up: ownAnswers },
  '006-shared-addresses': { up: sharedAddresses },
  '007-unsent': { up: unsent },
  '008-promises': { up: promises },
  '009-no-passing-by': { up: noPassingBy },
  '010-trail': { up: trail },
  '011-guesses': { up: guesses },
  '012-walls': { up: walls },
  '013-links': { up: links },
  '014-installation': { up: installation },
  '015-identity-once': { up: identityOnce },
  '015-worker-reads-kind': { up: workerReadsKind },
  '016-registers': { up: registers },
  '017-months': { up: months },
  '017-queue': { up: queue },
  '018-public-entries': { up: publicEntries },
  '019-noted': { up: noted },
  '021-findings': { up: findings },
  '022-files': { up: files },
  '023-marks': { up: marks },
  '024-search': { up: search },
  '025-map': { up: map },
  '026-algorithms': { up: algorithms },
  '027-dates': { up: dates },
  '028-reports': { up: reports },
  '030-noted-stays': { up: notedStays },
  '031-jobs': { up: jobs },
  '032-hosts': { up: hosts },
  '033-receipts-and-forgetting': { up: receipts },
  '034-look': { up: look },
  '035-published-rows': { up: publishedRows },
  '035-sweep': { up: sweep },
  '036-later': { up: later },
  '037-access': { up: access },
  '038-row-dates': { up: rowDates },
  '039-national': { up: nationalAgain },
  '040-clusters': { up: clusters },
  '040-tender-officer': { up: tenderOfficer },
  '041-covenants': { up: covenants },
  '042-signing': { up: signing },
  '043-streets': { up: streets },
  '044-tenders': { up: tenders },
  '044-tenders-doors': { up: tenderDoors },
  '045-pledges': { up: pledges },
  '046-badges': { up: badges },
  '047-covenant-talk': { up: covenantTalk },
  '048-public-covenants': { up: publicCovenants },
  '049-meetings': { up: meetings },
  '050-premises': { up: premises },
  '050-shorter-figures': { up: shorterFigures },
  '051-yearly-reports': { up: yearlyReports },
  '052-own-requirements': { up: ownRequirements },
  '053-files-for-clock': { up: filesForClock },
  '054-streets-repaired': { up: streetsRepaired },
  '055-duties-handed-on': { up: dutiesHandedOn },
  '057-dutch-day': { up: dutchDay },
  '058-tender-record': { up: tenderRecord },
  '060-participants-found': { up: participantsFound },
  '062-ended-links': { up: endedLinks },
  '063-tasks-passed-on': { up: tasksPassedOn },
  '064-too-few': { up: tooFew },
  '066-parties-said': { up: partiesSaid },
  '068-parties-by-link': { up: partiesByLink },
  '070-verifiers-apart': { up: verifiersApart },
  '074-tender-closing': { up: tenderClosing },
  '075-party-heard': { up: partyHeard },
  '076-hands': { up: hands },
  '076-hands-rows': { up: handsRows },
  '078-renewal': { up: renewal },
  '078-verdict-names': { up: verdictNames },
  '080-verdicts-by-link': { up: verdictsByLink },
  '086-done-once': { up: doneOnce },
  '087-last-days': { up: lastDays },
  '088-requests': { up: requests },
  '089-request-doors': { up: requestDoors },
  '090-request-figures': { up: requestFigures },
  '091-reports-to-whom': { up: reportsToWhom },
  '092-ratings': { up: ratings },
  '096-courses': { up: courses },
  '097-courses-shown': { up: coursesShown },
  '098-courses-doors': { up: courseDoors },
  '099-course-numbers': { up: courseNumbers },
  '100-lessons': { up: lessons },
  '101-lesson-doors': { up: lessonDoors },
  '104-warnings': { up: warnings },
  '105-warnings-walls': { up: warningsWalls },
  '106-warnings-in': { up: warningsIn },
  '107-warning-feeds': { up: warningFeeds },
  '108-search': { up: soughtThings },
  '109-search-sources': { up: searchSources },
  '110-practices': { up: practices },
  '111-events': { up: events },
  '112-events-shown': { up: eventsShown },
  '113-hack-events': { up: hackEvents },
  '114-hack-events-shown': { up: hackEventsShown },
  '115-buddies': { up: buddies },
  '116-buddies-walls': { up: buddiesWalls },
  '117-exercises': { up: exercises },
  '118-exercises-walls': { up: exercisesWalls },
  '119-campaigns': { up: campaigns },
  '120-campaigns-walls': { up: campaignsWalls },
  '121-campaigns-shown': { up: campaignsShown },
  '122-weaknesses': { up: weaknesses },
  '123-request-answers': { up: requestAnswers },
  '124-counter': { up: counter },
  '125-ratings-taken-off': { up: ratingsTakenOff },
  '126-search-weaknesses': { up: searchWeaknesses },
  '127-events-held': { up: eventsHeld },
  '128-course-floods': { up: courseFloods },
  '129-hack-findings': { up: hackFindings },
  '132-named': { up: named },
  '133-warnings-told': { up: warningsTold },
  '134-requests-by-law': { up: requestsByLaw },
  '135-day-here': { up: dayHere },
  '137-warning-hearers': { up: warningHearers },
  '138-behind-addresses': { up: behindAddresses },
  '139-second-looks': { up: secondLooks },
  '140-asked-looks': { up: askedLooks },
  '141-rules-published': { up: rulesPublished },
  '142-come-back': { up: comeBack },
  '143-judged-as': { up: judgedAs },
  '144-domain-days': { up: domainDays },
}

/**
 * Runs what has not run yet, up to the one that is named. Throws the first error; what ran before it stays. A database
 * that a newer program worked on is left as it is: Trouble.
 */
export async function migrate(db: Kysely<Tables>, last = Object.keys(migrations).at(-1)!): Promise<void> {
  const newer = (await done(db)).filter((name) => !Object.hasOwn(migrations, name))
  if (newer.length > 0)
    throw new Trouble(
      `deze gegevens zijn van een nieuwere versie van Leidraad (${newer.join(', ')}). Gebruik die versie, of zet een ` +
        `back-up van vóór de overstap terug`,
    )
  const { error } = await new Migrator({
    db,
    provider: { getMigrations: async () => ({ ...migrations }) },
  }).migrateTo(last)
  if (error) throw error
  // Tables of what is public that came with any of them leave a mark when they change.
  // One at a time, as the migrations themselves: programs that begin at the same moment would make the same triggers.
  if (last >= '023-marks')
    await db.transaction().execute(async (tx) => {
      await sql`select from kysely_migration_lock for update`.execute(tx)
      await sql`select wall.stand_marks()`.execute(tx)
    })
}

/** What ran on this database before, by whatever version. */
async function done(db: Kysely<Tables>): Promise<string[]> {
  const { rows } = await sql<{ there: boolean }>`select to_regclass('kysely_migration') is not null as there`.execute(
    db,
  )
  if (!rows[0]!.there) return []
  return (await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db)).rows.map(
    ({ name }) => name,
  )
}
