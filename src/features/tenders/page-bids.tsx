/** Bids beside each other, requirement by requirement, and one bid in full with the notes of those who weigh. */
import type { Annex } from '../../model/tender.ts'
import { REQUIREMENT_KINDS } from '../../vocabulary/tender.ts'
import { Buttons } from '../../web/desk/form.tsx'
import { DeskPage } from '../../web/desk/page.tsx'
import type { DeskView } from '../../web/desk/route.ts'
import { day, moment } from '../../web/language.ts'
import { Facts, Heading, Link, Notice, Section, Text } from '../../web/parts.tsx'
import { Table } from '../../web/table.tsx'
import { Accessibility } from './acr.tsx'
import type { BidNote, OpenedBid } from './bid-store.ts'
import { crumbsTo, placeOfTender, type Whole } from './draft.ts'
import { gapWords, Level } from './gaps.tsx'
import { gapsOf } from './rules/bid-file.ts'

type Compare = {
  readonly view: DeskView
  readonly whole: Whole
  readonly annex: Annex
  readonly bids: readonly OpenedBid[]
  readonly today: string
  readonly mayChoose: boolean
}

const answerIn = ({ content }: OpenedBid, id: string) => content.answers.find(({ requirement }) => requirement === id)

export function ComparePage({ view, whole, annex, bids, today, mayChoose }: Compare) {
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
            ],
          }))}
        />
      </Section>
      {tender.state === 'chosen' ? <Text>Gegund: {tender.chosenFor}</Text> : null}
      {mayChoose ? (
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

type One = {
  readonly view: DeskView
  readonly whole: Whole
  readonly annex: Annex
  readonly bid: OpenedBid
  readonly notes: readonly BidNote[]
  readonly today: string
  readonly mayNote: boolean
}

export function BidPage({ view, whole, annex, bid, notes, today, mayNote }: One) {
  const { tender } = whole
  const here = `${placeOfTender(tender)}/antwoorden/${bid.id}`
  const { report } = bid.content
  return (
    <DeskPage
      view={view}
      title={`Antwoorden van ${bid.bidder}`}
      crumbs={[...crumbsTo(tender), { name: 'Antwoorden', to: `${placeOfTender(tender)}/vergelijken` }]}
    >
      <div className="ld-opening">
        <p className="ld-kicker">{annex.number}</p>
        <Heading level={1}>{bid.bidder}</Heading>
        <Text lead>{bid.content.product === '' ? 'Geen productnaam ingevuld.' : bid.content.product}</Text>
      </div>
      <Facts
        items={[
          { name: 'Bestand gemaakt', value: moment('nl', bid.content.made) },
          {
            name: 'Is het bestand heel?',
            value: bid.whole
              ? 'Ja, de inhoud past bij het getal in het bestand. Dat zegt niet wie het maakte.'
              : '✕ Nee, het bestand is veranderd na het downloaden',
          },
          {
            name: 'SHA-256: is dit wat de inschrijver opgaf?',
            value: <code className="nl-code ld-address">{bid.hash}</code>,
          },
        ]}
      />
      {report === undefined ? null : <Accessibility report={report} />}
      {annex.requirements.map((asked) => {
        const answer = answerIn(bid, asked.id)
        const gaps = gapWords(gapsOf(asked, answer, today))
        const own = notes.filter(({ requirement }) => requirement === asked.id)
        return (
          <Section key={asked.id} id={`eis-${asked.id}`} title={asked.title}>
            <p className="ld-small">{asked.text}</p>
            {answer ? (
              <>
                <p className="nl-paragraph">
                  <strong>De inschrijver zegt:</strong> <Level level={answer.level} />
                  {answer.tradeSecret ? '. Bedrijfsgeheim: niet delen.' : ''}
                </p>
                {answer.remark === '' ? null : <p className="nl-paragraph ld-preline ld-quote">{answer.remark}</p>}
                {answer.component === '' ? null : <Text>Onderdeel: {answer.component}</Text>}
                {answer.proof.what === '' ? null : (
                  <Text>
                    Bewijs: {answer.proof.what}
                    {answer.proof.until === '' ? '' : `, geldig tot en met ${day('nl', answer.proof.until)}`}
                  </Text>
                )}
                {answer.reused === undefined ? null : (
                  <Text>
                    Overgenomen van {answer.reused.from}, opnieuw bevestigd op {day('nl', answer.reused.confirmedOn)}.
                  </Text>
                )}
              </>
            ) : null}
            {gaps.map((gap) => (
              <p key={gap} className="nl-paragraph">
                <span aria-hidden="true">!</span> {gap}
              </p>
            ))}
            {own.map((note) => (
              <div key={note.id} className="ld-block">
                <p className="nl-paragraph ld-preline">
                  <strong>Aantekening:</strong> {note.text}
                </p>
                <p className="ld-small">
                  {note.by ?? 'onbekend'}, {moment('nl', note.at)}
                </p>
              </div>
            ))}
            {mayNote ? <Link to={`${here}/${asked.id}`}>Schrijf een aantekening bij {asked.title}</Link> : null}
          </Section>
        )
      })}
    </DeskPage>
  )
}
