/** One bid in full, with the notes of those who weigh. */
import type { Annex } from '../../model/tender.ts'
import { DeskPage } from '../../web/desk/page.tsx'
import type { DeskView } from '../../web/desk/route.ts'
import { day, moment } from '../../web/language.ts'
import { Facts, Heading, Link, Section, Text } from '../../web/parts.tsx'
import { Accessibility } from './acr.tsx'
import type { BidNote, OpenedBid, Stated } from './bid-store.ts'
import { crumbsTo, placeOfTender, type Whole } from './draft.ts'
import { gapWords, Level } from './gaps.tsx'
import { answerIn } from './page-bids.tsx'
import { gapsOf } from './rules/bid-file.ts'
import { ComparedMark, comparedOf, StatedStory } from './stated.tsx'

type One = {
  readonly view: DeskView
  readonly whole: Whole
  readonly annex: Annex
  readonly bid: OpenedBid
  readonly notes: readonly BidNote[]
  readonly stated: readonly Stated[]
  readonly today: string
  readonly mayNote: boolean
  readonly mayOpen: boolean
}

export function BidPage({ view, whole, annex, bid, notes, stated, today, mayNote, mayOpen }: One) {
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
            name: 'SHA-256 van het bestand',
            value: <code className="nl-code ld-address">{bid.hash}</code>,
          },
          {
            name: 'Wat de inschrijver opgaf',
            value: (
              <>
                {comparedOf(bid, stated) === 'open' ? (
                  <ComparedMark compared="open" />
                ) : (
                  <StatedStory bid={bid} all={stated} />
                )}
                {mayOpen ? (
                  <span className="ld-block">
                    <Link to={`${placeOfTender(tender)}/controlegetal/${bid.id}`}>Vul in wat de inschrijver opgaf</Link>
                  </span>
                ) : null}
              </>
            ),
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
