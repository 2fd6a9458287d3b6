/** Issues an annex: the page says what it does, and then it is there for everybody and never changes. */
import type { Tx } from '../../db/as.ts'
import { record } from '../../db/audit.ts'
import type { Annex } from '../../model/tender.ts'
import { annexOdt } from '../../web/annex/odt.ts'
import { annexPaper } from '../../web/annex/paper.ts'
import { differencesBetween } from '../../web/annex/differences.ts'
import { DocumentBody, paperOf } from '../../web/document.tsx'
import { Area } from '../../web/desk/form.tsx'
import { DeskPage } from '../../web/desk/page.tsx'
import { go, missing, notYet, page, tooLate, type Asked, type Reply, type Route } from '../../web/desk/route.ts'
import { readForm, text } from '../../web/desk/schema.ts'
import { moment } from '../../web/language.ts'
import { Heading, Link, List, Notice, Section, Text } from '../../web/parts.tsx'
import { Table } from '../../web/table.tsx'
import { ActPage } from './act-page.tsx'
import { opinionsOf } from './around-store.ts'
import { crumbsTo, onTender, placeOfTender, type TenderDeps, type Whole } from './draft.ts'
import { allowed } from './fields.ts'
import { CAUTIONS, type Caution } from '../../vocabulary/tender.ts'
import { cautionsFor, missingFor } from './rules/issue.ts'
import { whyFixed } from './rules/refusals.ts'
import { issue, nameFile } from './store.ts'
import { z } from 'zod'

const fieldsOf = (here: string) => ({ waarom: text(2_000, allowed(here)(z.string())), ondanks: text(2_000) })

/** What was warned against, and why it was issued all the same; nothing where nothing was. */
const Despite = ({ cautions, despite }: { cautions: readonly Caution[]; despite: string }) =>
  cautions.length === 0 ? null : (
    <Section id="ondanks" title="Uitgegeven ondanks een waarschuwing">
      <List items={cautions.map((each) => ({ key: each, body: CAUTIONS[each] }))} />
      <p className="nl-paragraph ld-preline">
        <strong>Waarom toch:</strong> {despite}
      </p>
    </Section>
  )

/** Why it cannot be issued now; or what is warned against. */
async function standing({ tx, municipality }: Asked<Tx>, { tender, annex, versions, hash, forLawyer }: Whole) {
  const [now, fixed] = [new Date(), whyFixed(tender, new Date())]
  if (fixed !== undefined) return { no: tooLate(fixed) }
  const said = await opinionsOf(tx, municipality.id, tender.id)
  const lacking = missingFor(annex, versions[0]?.hash, hash, said, now)
  return lacking.length === 0
    ? { cautions: cautionsFor(annex, said, forLawyer, now) }
    : { no: notYet(lacking.join(' ')) }
}

function formPage(
  { view }: Asked<Tx>,
  { tender, annex, versions, forLawyer }: Whole,
  cautions: readonly Caution[],
  { waarom: why, ondanks } = { waarom: '', ondanks: '' },
  problems = {},
): Reply {
  const [last] = versions
  const changes = last ? differencesBetween(last.annex, annex) : []
  return page(
    <ActPage
      {...{ view, problems }}
      title={last ? `Geef versie ${last.no + 1} uit` : 'Geef de bijlage uit'}
      lead={`De bijlage heeft ${annex.requirements.length} eisen. Zij sluit op ${moment('nl', tender.closesAt)}.`}
      crumbs={crumbsTo(tender)}
      action={`${placeOfTender(tender)}/uitgeven`}
      button="Geef uit"
      warning="De bijlage komt meteen op de openbare site. Deze versie verandert daarna niet meer."
      before={
        <>
          {changes.length === 0 ? null : (
            <List items={changes.map(({ what }, index) => ({ key: `${index}`, body: what }))} />
          )}
          {cautions.length === 0 ? null : (
            <Notice title="Let op voordat u uitgeeft">
              <List items={cautions.map((each) => ({ key: each, body: CAUTIONS[each] }))} />
              {cautions.includes('lawyer') ? (
                <>
                  <Text>Dit staat op de oplegger, en niet in de bijlage. Vraag een jurist ernaar te kijken:</Text>
                  <List items={forLawyer.map((body) => ({ key: body, body }))} />
                </>
              ) : null}
              {cautions.includes('soon') ? (
                <Text>
                  Inschrijvers hebben minstens twee weken nodig. Bij een Europese aanbesteding vraagt de wet meer tijd.
                </Text>
              ) : null}
              <Text>
                <Link to={placeOfTender(tender)}>Terug zonder uit te geven</Link>
              </Text>
            </Notice>
          )}
        </>
      }
    >
      {last ? (
        <Area
          name="waarom"
          label="Wat verandert er, en waarom?"
          hint="Dit lezen inschrijvers bij de nieuwe versie."
          rows={3}
          value={why}
          maxLength={2_000}
          problems={problems}
        />
      ) : null}
      {cautions.length === 0 ? null : (
        <Area
          name="ondanks"
          label="Waarom geeft u toch uit?"
          hint="Dit staat bij de versie, op de oplegger en in het logboek. Inschrijvers lezen het niet."
          rows={3}
          value={ondanks}
          maxLength={2_000}
          problems={problems}
        />
      )}
    </ActPage>,
    Object.keys(problems).length > 0 ? 422 : undefined,
  )
}

export const issueRoutes = (deps: TenderDeps): readonly Route<Tx>[] => [
  {
    method: 'GET',
    path: '/aanbestedingen/:tender/uitgeven',
    may: 'tender.write',
    answer: onTender(deps, 'to-read', async (asked, whole) => {
      const { no, cautions } = await standing(asked, whole)
      return no ?? formPage(asked, whole, cautions)
    }),
  },
  {
    method: 'POST',
    path: '/aanbestedingen/:tender/uitgeven',
    may: 'tender.write',
    answer: onTender(deps, 'to-change', async (asked, whole) => {
      const { no, cautions } = await standing(asked, whole)
      if (no) return no
      const { tx, municipality, who, sent } = asked
      const { tender, versions, hash } = whole
      const read = readForm(fieldsOf(municipality.name), sent, [
        {
          field: 'waarom',
          holds: ({ waarom }) => versions.length === 0 || waarom !== '',
          says: 'Schrijf wat er verandert en waarom. Inschrijvers moeten het kunnen volgen.',
        },
        {
          field: 'ondanks',
          holds: ({ ondanks }) => cautions.length === 0 || ondanks !== '',
          says: 'Schrijf waarom u toch uitgeeft. Wie later leest, moet het kunnen begrijpen.',
        },
      ])
      if (!read.held) return formPage(asked, whole, cautions, read.typed, read.problems)
      const despite = cautions.length === 0 ? '' : read.held.ondanks
      const annex: Annex = { ...whole.annex, version: tender.issued + 1 }
      const paper = annexPaper(annex)
      // Printing takes seconds: before the first line in the trail, which everyone of this municipality waits for.
      const pdf = await deps.files.put('application/pdf', await deps.print(paperOf(paper), paper.above))
      const odt = await deps.files.put('application/vnd.oasis.opendocument.text', annexOdt(annex, hash))
      await nameFile(tx, pdf, 'application/pdf')
      await nameFile(tx, odt, 'application/vnd.oasis.opendocument.text')
      const issued = { annex, hash, reason: read.held.waarom, cautions, despite, pdf, odt, by: who.id }
      await issue(tx, municipality.id, tender, issued)
      await record(tx, municipality.id, {
        act: 'tender.issued',
        object: `tender/${tender.id}`,
        detail: { version: annex.version, hash, pdf, odt, cautions, despite: despite.slice(0, 200) },
      })
      return go(placeOfTender(tender), `Versie ${annex.version} staat op de openbare site.`)
    }),
  },
  {
    method: 'GET',
    path: '/aanbestedingen/:tender/versies/:version',
    may: 'tender.read',
    answer: onTender(deps, 'to-read', async ({ view, params }, { tender, versions }) => {
      const version = versions.find(({ no }) => String(no) === params['version'])
      if (!version) return missing
      const before = versions.find(({ no }) => no === version.no - 1)
      const changes = before ? differencesBetween(before.annex, version.annex) : []
      return page(
        <DeskPage view={view} title={`Versie ${version.no}: ${tender.title}`} crumbs={crumbsTo(tender)} wide>
          <div className="ld-opening">
            <p className="ld-kicker">{version.annex.number}</p>
            <Heading level={1}>Versie {version.no}</Heading>
            <Text lead>
              Uitgegeven op {moment('nl', version.at)} door {version.by ?? 'onbekend'}. {version.reason}
            </Text>
            <Text>
              SHA-256 van de inhoud: <code className="nl-code ld-address">{version.hash}</code>
            </Text>
          </div>
          <Despite {...version} />
          {before ? (
            <Section id="verschillen" title={`Wat er anders is dan in versie ${before.no}`} wide>
              <Table
                id="verschillen-tabel"
                caption="Verschillen"
                hideCaption
                stacked
                columns={[{ head: 'Waar' }, { head: 'Stond er' }, { head: 'Staat er' }]}
                rows={changes.map(({ what, from, to }, index) => ({ key: `${index}`, cells: [what, from, to] }))}
              />
            </Section>
          ) : null}
          <DocumentBody document={annexPaper(version.annex)} />
          <Text>
            <Link to={`/aanbestedingen/${tender.no}/versie/${version.no}`}>Dezelfde versie op de openbare site</Link>
          </Text>
        </DeskPage>,
      )
    }),
  },
]
