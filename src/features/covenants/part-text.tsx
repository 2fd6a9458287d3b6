/** The text of a version, piece by piece: articles, what is promised, and the rules of exercises. */
import type { ReactNode } from 'react'
import type { Article, CovenantText, PledgeTerms } from '../../model/covenant.ts'
import { Facts, Heading, Section, Text } from '../../web/parts.tsx'
import { droppedFact, pledgeFacts } from './pledge-words.ts'
import { headings, untilWords } from './rules.ts'

export function ArticleText({ article }: { article: Pick<Article, 'paragraphs'> }) {
  return article.paragraphs.map((each, at) => <Text key={`${at}`}>{each}</Text>)
}

export function PledgeText({ pledge }: { pledge: PledgeTerms }) {
  return <Facts items={pledgeFacts(pledge)} />
}

/** `below`: what can be done with each piece, by its id. */
export function WholeText({ text, below }: { text: CovenantText; below?: (id: string) => ReactNode }) {
  const named = headings(text.articles)
  const article = (each: Article, title: string) => (
    <Section key={each.id} id={`artikel-${each.id}`} title={title}>
      <ArticleText article={each} />
      {below?.(each.id)}
    </Section>
  )
  return (
    <>
      {text.until === undefined ? null : (
        <Section id="laatste-dag" title="Verlengd">
          <Text>{untilWords(text.until)}</Text>
        </Section>
      )}
      {text.articles.map((each) => article(each, named.get(each.id)!))}
      <Section id="bijlage-1" title="Bijlage 1. Wat wij beloven">
        {text.pledges.length === 0 ? <Text>Er staat nog geen resultaatafspraak in deze versie.</Text> : null}
        {text.pledges.map((each) => (
          <section key={each.id} aria-labelledby={`artikel-${each.id}`}>
            <Heading level={3} id={`artikel-${each.id}`}>
              {each.title}
            </Heading>
            <PledgeText pledge={each} />
            {below?.(each.id)}
          </section>
        ))}
        {text.dropped === undefined ? null : <Facts items={text.dropped.map(droppedFact)} />}
      </Section>
      {text.exercises.length === 0 ? null : (
        <Section id="bijlage-2" title="Bijlage 2. Regels voor oefeningen">
          {text.exercises.map((each) => (
            <section key={each.id} aria-labelledby={`artikel-${each.id}`}>
              <Heading level={3} id={`artikel-${each.id}`}>
                {each.title}
              </Heading>
              <ArticleText article={each} />
              {below?.(each.id)}
            </section>
          ))}
        </Section>
      )}
    </>
  )
}
