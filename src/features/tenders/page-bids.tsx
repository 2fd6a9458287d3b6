/** Bids beside each other, requirement by requirement. */
import type { Annex } from '../../model/tender.ts'
import { REQUIREMENT_KINDS } from '../../vocabulary/tender.ts'
import { Buttons } from '../../web/desk/form.tsx'
import { DeskPage } from '../../web/desk/page.tsx'
import type { DeskView } from '../../web/desk/route.ts'
import { moment } from '../../web/language.ts'
import { Heading, Link, Notice, Section, Text } from '../../web/parts.tsx'
import { Table } from '../../web/table.tsx'
import type { OpenedBid, Stated } from './bid-store.ts'
import { crumbsTo, placeOfTender, type Whole } from './draft.ts'
import { gapWords, Level } from './gaps.tsx'
import { gapsOf } from './rules/bid-file.ts'
import { ComparedMark, comparedOf } from './stated.tsx'

type Compare = {
  readonly view: DeskView
  readonly whole: Whole
  readonly annex: Annex
  readonly bids: readonly OpenedBid[]
  readonly stated: readonly Stated[]
  readonly today: string
  readonly mayOpen: boolean
}

/** What a bid answers to a requirement. */
export const answerIn = ({ content }: OpenedBid, id: string) =>
  content.answers.find(({ requirement }) => requirement === id)

export function ComparePage({ view, whole, annex, bids, stated, today, mayOpen }: Compare) {
  const { tender } = whole
  const here = placeOfTender(tender)
  return (
    <DeskPage view={view} title={`Antwoorden: ${tender.title}`} crumbs={crumbsTo(tender)} wide>
      <div className="ld-opening">
        <p className="ld-kicker">{annex.number}</p>
        <Heading level={1}>Antwoorden naast elkaar</Heading>
        <Text lead>
          {bids.length} inschrijvers, op naam. Leidraad telt niets op en zet niemand vooraan. Mensen wegen, en leggen
          vast waarom.
        </Text>
      </div>
      {bids.some(({ whole: all }) => !all) ? (
        <Notice title="Een bestand is veranderd na het downloaden">
          <Text>
            Van{' '}
            {bids
              .filter(({ whole: all }) => !all)
              .map(({ bidder }) => bidder)
              .join(', ')}{' '}
            klopt de inhoud niet met het controlegetal in het bestand. Vraag de inschrijver wat er veranderde.
          </Text>
        </Notice>
      ) : null}
      {bids.some((bid) => comparedOf(bid, stated) === 'differs') ? (
        <Notice title="Een controlegetal is anders dan het bestand">
          <Text>
            {bids
              .filter((bid) => comparedOf(bid, stated) === 'differs')
              .map(({ bidder }) => bidder)
              .join(', ')}{' '}
            gaf een ander getal op dan dat van het geopende bestand. Vraag welk bestand is ingediend.
          </Text>
        </Notice>
      ) : null}
      <Table
        id="vergelijking"
        caption="Per eis de antwoorden van elke inschrijver"
        columns={[{ head: 'Eis' }, ...bids.map(({ bidder, hash }) => ({ head: nameIn(bids, bidder, hash) }))]}
        rows={annex.requirements.map((asked) => ({
          key: asked.id,
          cells: [
            <span key="e">
              {asked.title}
              <span className="ld-small ld-block">{REQUIREMENT_KINDS[asked.kind].nl}</span>
            </span>,
            ...bids.map((bid) => {
              const answer = answerIn(bid, asked.id)
              const gaps = gapWords(gapsOf(asked, answer, today))
              return (
                <span key={bid.id}>
                  {answer ? (
                    <Link to={`${here}/antwoorden/${bid.id}#eis-${asked.id}`}>
                      <Level level={answer.level} />
                    </Link>
                  ) : null}
                  {gaps.map((gap) => (
                    <span key={gap} className="ld-small ld-block">
                      <span aria-hidden="true">!</span> {gap}
                    </span>
                  ))}
                </span>
              )
            }),
          ],
        }))}
      />
      <Section id="bestanden" title="De bestanden">
        <Table
          id="bestanden-tabel"
          caption="Geopende bestanden"
          hideCaption
          stacked
          columns={[
            { head: 'Inschrijver' },
            { head: 'Versie van de bijlage' },
            { head: 'Geopend' },
            { head: 'SHA-256' },
            { head: 'Wat de inschrijver opgaf' },
          ]}
          rows={bids.map((bid) => ({
            key: bid.id,
            cells: [
              <Link key="b" to={`${here}/antwoorden/${bid.id}`}>
                {bid.bidder}
              </Link>,
              bid.content.annex.version === annex.version
                ? String(bid.content.annex.version)
                : `${bid.content.annex.version}: niet de laatste`,
              `${moment('nl', bid.at)}${bid.late === '' ? '' : `, later: ${bid.late}`}`,
              <code key="h" className="nl-code ld-address">
                {bid.hash}
              </code>,
              <span key="o">
                <ComparedMark compared={comparedOf(bid, stated)} />
                {mayOpen ? (
                  <span className="ld-small ld-block">
                    <Link to={`${here}/controlegetal/${bid.id}`}>Vul het getal van {bid.bidder} in</Link>
                  </span>
                ) : null}
              </span>,
            ],
          }))}
        />
      </Section>
      {tender.state === 'chosen' ? <Text>Gegund: {tender.chosenFor}</Text> : null}
      {mayOpen && tender.state === 'opened' ? (
        <Buttons>
          <a className="nl-button nl-button--primary" href={`${here}/kiezen`}>
            Leg vast aan wie de gemeente gunt
          </a>
        </Buttons>
      ) : null}
    </DeskPage>
  )
}

/** Two with one name are told apart by their file. */
const nameIn = (bids: readonly OpenedBid[], bidder: string, hash: string): string =>
  bids.filter((each) => each.bidder === bidder).length > 1 ? `${bidder} (${hash.slice(0, 6)})` : bidder
