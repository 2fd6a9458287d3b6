/** The themes of an organisation, each with score and coverage. */
import { ScoreBar } from '../../web/charts/bars.tsx'
import { percent } from '../../web/language.ts'
import { Section } from '../../web/parts.tsx'
import { Table } from '../../web/table.tsx'
import type { View } from '../../web/view.ts'
import type { Book } from '../store.ts'
import { themeName } from '../texts.ts'
import type { PublishedOrganisation } from './store.ts'
import { says } from './messages.ts'

export function Themes({ view, book, organisation }: { view: View; book: Book; organisation: PublishedOrganisation }) {
  const { m } = view
  const t = says(view.lang)
  return (
    <Section id="themas" title={t.organisation.themes} wide>
      <Table
        id="themas-tabel"
        caption={t.organisation.themesCaption(organisation.name)}
        hideCaption
        stacked
        columns={[
          { head: m.column.theme },
          { head: m.column.score },
          { head: m.column.coverage },
          { head: m.column.touched },
        ]}
        rows={organisation.themes
          .filter((theme) => theme.normsTouched > 0)
          .map((theme) => ({
            key: theme.theme,
            cells: [
              themeName(view, book, theme.theme),
              <ScoreBar key="s" view={view} score={theme.score} coverage={theme.coverage} />,
              theme.coverage === null ? m.score.notApplicable : percent(view.lang, theme.coverage),
              t.organisation.touched(theme.normsTouched, theme.norms),
            ],
          }))}
      />
      <p className="ld-small">{t.organisation.coverageMeans}</p>
    </Section>
  )
}
