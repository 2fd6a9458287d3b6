/** How to meet a norm: what one does first oneself, and what somebody sets, with what others learned. To print too. */
import type { ReactNode } from 'react'
import type { Lesson } from '../../model/lesson.ts'
import type { Criterion, Norm } from '../../model/norm.ts'
import type { Requirement } from '../../model/requirement.ts'
import { LEVELS, type Level } from '../../vocabulary/tender.ts'
import { StatusBadge } from '../../web/badges.tsx'
import { Page } from '../../web/layout.tsx'
import { lessonPath } from '../../web/lesson/path.ts'
import { CatalogueText, Heading, Link, List, Section, Text } from '../../web/parts.tsx'
import { href, type View } from '../../web/view.ts'
import type { Book } from '../store.ts'
import { labelOf, themeName } from '../texts.ts'
import { HOW_TO, howToPath, inOrder } from './how-to.ts'
import { saysHow } from './messages-how-to.ts'

type Props = {
  readonly view: View
  readonly book: Book
  readonly norm: Norm
  readonly lessons: readonly Lesson[]
  readonly requirements: readonly Requirement[]
  /** How others did it, where somebody told. */
  readonly practices?: ReactNode
}

export function HowToPage({ view, book, norm, lessons, requirements, practices }: Props) {
  const t = saysHow(view.lang)
  const label = labelOf(view, norm)
  const points = inOrder(norm.criteria)
  return (
    <Page
      view={view}
      title={t.title(label)}
      crumbs={[
        { name: t.all, to: href(view, HOW_TO) },
        { name: label, to: href(view, howToPath(norm.id)) },
      ]}
    >
      <div className="ld-opening">
        <p className="ld-kicker">
          {norm.id} · {themeName(view, book, norm.theme)}
        </p>
        <Heading level={1}>{t.title(label)}</Heading>
        <Text lead>{t.lead}</Text>
        <p className="ld-quote">{view.lang === 'nl' ? norm.statement : norm.statementEnglish}</p>
        <p className="ld-verdict">
          <StatusBadge view={view} status={norm.status} />
        </p>
      </div>
      <Section id="eerst" title={t.first}>
        <Text>{t.firstText}</Text>
        <ol className="ld-steps">
          {points.map((point) => (
            <FirstStep key={point.id} view={view} point={point} />
          ))}
        </ol>
      </Section>
      <Section id="instellen" title={t.engineer}>
        <Text>{t.engineerText}</Text>
        {points.map((point) => (
          <Setting key={point.id} view={view} point={point} />
        ))}
      </Section>
      {practices}
      {lessons.length === 0 ? null : (
        <Section id="lessen" title={t.learn}>
          <List
            items={lessons.map((lesson) => ({
              key: lesson.id,
              body: <Link to={href(view, lessonPath(lesson))}>{lesson.title[view.lang]}</Link>,
            }))}
          />
        </Section>
      )}
      {requirements.length === 0 ? null : (
        <Section id="inkopen" title={t.buy}>
          <Text>{t.buyText}</Text>
          {requirements.map((each) => (
            <Asked key={each.id} view={view} requirement={each} />
          ))}
        </Section>
      )}
      <Section id="hulp" title={t.help}>
        <Text>
          {t.helpText} <Link to={href(view, '/leren/hulp')}>{t.toHelp}</Link>
        </Text>
        <Text>
          <Link to={href(view, `/normen/${norm.id}`)}>{t.toNorm}</Link>
        </Text>
      </Section>
    </Page>
  )
}

function FirstStep({ view, point }: { view: View; point: Criterion }) {
  const t = saysHow(view.lang)
  const notes = [point.weight === 0 ? t.advice : '', point.onlyPublicBodies ? t.onlyPublic : ''].filter(Boolean)
  return (
    <li id={`eerst-${point.id}`}>
      <Heading level={3}>{point.title[view.lang]}</Heading>
      <CatalogueText view={view} text={point.firstStep} english={point.firstStepEnglish} />
      <CatalogueText
        view={view}
        text={point.why}
        english={point.whyEnglish}
        note={false}
        className="nl-paragraph ld-quiet"
      />
      {point.effort === undefined ? null : (
        <p className="ld-small">
          <strong>{t.effort[point.effort.size]}.</strong>{' '}
          <span lang={view.lang === 'nl' ? undefined : 'nl'}>{point.effort.why}</span>
        </p>
      )}
      {notes.length === 0 ? null : <p className="ld-small">{notes.join(' ')}</p>}
    </li>
  )
}

function Setting({ view, point }: { view: View; point: Criterion }) {
  const t = saysHow(view.lang)
  return (
    <article className="ld-criterion">
      <Heading level={3}>{point.title[view.lang]}</Heading>
      <CatalogueText view={view} text={point.repair} english={point.repairEnglish} />
      <Heading level={4}>{t.limits}</Heading>
      <CatalogueText view={view} text={point.limits} english={point.limitsEnglish} note={false} />
    </article>
  )
}

function Asked({ view, requirement }: { view: View; requirement: Requirement }) {
  const t = saysHow(view.lang)
  const levels = (Object.keys(LEVELS) as Level[]).filter((level) => requirement.texts[level] !== undefined)
  return (
    <article className="ld-criterion" lang={view.lang === 'nl' ? undefined : 'nl'}>
      <Heading level={3}>{requirement.title}</Heading>
      {levels.map((level) => (
        <Text key={level}>
          {levels.length === 1 ? null : <strong>{LEVELS[level].nl}: </strong>}
          {requirement.texts[level]}
        </Text>
      ))}
      <p className="ld-small">
        <span lang={view.lang}>{t.proof}</span>: {requirement.proof}
      </p>
    </article>
  )
}

/** All of them, by theme. */
export function HowTosPage({ view, book }: { view: View; book: Book }) {
  const t = saysHow(view.lang)
  return (
    <Page view={view} title={t.all} crumbs={[{ name: t.all, to: href(view, HOW_TO) }]}>
      <div className="ld-opening">
        <Heading level={1}>{t.all}</Heading>
        <Text lead>{t.allLead}</Text>
      </div>
      {book.catalogue.themes.map((theme) => {
        const norms = book.catalogue.norms.filter((norm) => norm.theme === theme.id)
        return norms.length === 0 ? null : (
          <Section key={theme.id} id={theme.id} title={themeName(view, book, theme.id)}>
            <List
              items={norms.map((norm) => ({
                key: norm.id,
                body: (
                  <>
                    <Link to={href(view, howToPath(norm.id))}>{labelOf(view, norm)}</Link>{' '}
                    <span className="ld-quiet">{t.count(norm.criteria.length)}</span>
                  </>
                ),
              }))}
            />
          </Section>
        )
      })}
    </Page>
  )
}
