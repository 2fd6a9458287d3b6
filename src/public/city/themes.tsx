/** One theme of the city: how the organisations are spread, in words, a picture and a table. */
import type { ThemeSpread } from '../../model/publication.ts'
import { DotStrip, Histogram } from '../../web/charts/strip.tsx'
import { number, points } from '../../web/language.ts'
import { Details, Heading, Link, Text } from '../../web/parts.tsx'
import { Table } from '../../web/table.tsx'
import { href, type View } from '../../web/view.ts'
import { lawsOfTheme } from '../../scoring/law-changes.ts'
import { themeWord } from '../texts.ts'
import type { Book } from '../store.ts'
import { says } from './messages.ts'

export function ThemeStory({ view, book, spread }: { view: View; book: Book; spread: ThemeSpread }) {
  const { m } = view
  const t = says(view.lang)
  const theme = book.catalogue.themes.find((each) => each.id === spread.theme)
  const name = theme ? (view.lang === 'nl' ? theme.name : theme.english) : spread.theme
  const mark = (score: number) => m.score.of(score)
  const description = spread.median === null ? t.noScores : t.half(spread.scored, spread.median)
  const law = lawsOfTheme(book.summary.laws, spread.theme)
  const drawDots = spread.dots.length > 0
  return (
    <article className="ld-theme">
      <div className="ld-theme__text">
        <Heading level={3}>{name}</Heading>
        {theme ? <p className="ld-quiet">{view.lang === 'nl' ? theme.core : theme.coreEnglish}</p> : null}
        <p className="ld-theme__main">{description}</p>
        {(spread.reweighed ?? null) === null ||
        spread.median === null ||
        m.score.of(spread.reweighed!) === m.score.of(spread.median) ? null : (
          <p className="ld-small">
            {t.reweighed(spread.reweighed!)}
            {law === '' ? '' : ` ${m.standing.scoreByLaw(law)}`}
          </p>
        )}
        <Text>
          <Link to={href(view, '/organisaties', { thema: spread.theme, sorteer: 'hoog' })}>
            {t.compare(themeWord(view, spread.theme))}
          </Link>
        </Text>
      </div>
      {spread.scored === 0 ? (
        <div className="ld-theme__picture ld-empty-strip">{m.score.notYet}</div>
      ) : (
        <div className="ld-theme__picture">
          {drawDots ? (
            <DotStrip
              id={`stip-${spread.theme}`}
              title={t.stripLabel(name)}
              description={description}
              median={spread.median}
              mark={mark}
              dots={spread.dots.map((dot) => ({
                key: dot.slug,
                name: dot.name,
                score: dot.score,
                to: href(view, `/organisaties/${dot.slug}`),
              }))}
            />
          ) : (
            <Histogram
              id={`staaf-${spread.theme}`}
              title={t.stripLabel(name)}
              description={description}
              counts={spread.histogram}
              median={spread.median}
            />
          )}
          <div className="ld-scale" aria-hidden="true">
            <span>0</span>
            <span>50</span>
            <span>100</span>
          </div>
          <p className="ld-small">
            {drawDots ? null : `${t.histogramLegend} `}
            {spread.coverage === null ? null : `${t.coverage(spread.coverage)} `}
            {t.touched(spread.normsTouched, spread.norms)} {spread.withheld === 0 ? null : t.withheld(spread.withheld)}
          </p>
          <Details summary={m.table}>
            {drawDots ? (
              <Table
                id={`tabel-${spread.theme}`}
                caption={t.tableCaption(name)}
                hideCaption
                columns={[{ head: m.column.organisation }, { head: m.column.score, numeric: true }]}
                rows={spread.dots
                  .toSorted((a, b) => b.score - a.score)
                  .map((dot) => ({
                    key: dot.slug,
                    cells: [
                      <Link key="a" to={href(view, `/organisaties/${dot.slug}`)}>
                        {dot.name}
                      </Link>,
                      points(view.lang, dot.score),
                    ],
                  }))}
              />
            ) : (
              <Table
                id={`tabel-${spread.theme}`}
                caption={t.tableCaption(name)}
                hideCaption
                columns={[{ head: m.column.score }, { head: m.column.organisations, numeric: true }]}
                rows={spread.histogram.map((count, index) => ({
                  key: `${index}`,
                  cells: [t.range(index * 5, index * 5 + 5), number(view.lang, count)],
                }))}
              />
            )}
          </Details>
        </div>
      )}
    </article>
  )
}
