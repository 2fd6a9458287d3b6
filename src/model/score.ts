/** Figures that follow from findings. */
import type { ThemeId } from './norm.ts'

/** Through which findings a score looks. */
export type Lens = 'outside' | 'self-assessment' | 'it-toets' | 'inspection' | 'all'

export type ThemeScore = {
  readonly theme: ThemeId
  /** 0 to 1; null when coverage is below the threshold or nothing applies. */
  readonly score: number | null
  /** Known ÷ applicable weight of the lens, 0 to 1. null: nothing applies. */
  readonly coverage: number | null
  /** Weights behind the figures. */
  readonly known: number
  readonly applicable: number
  /** Norms of the theme that this lens touches, and how many the theme has. */
  readonly normsTouched: number
  readonly norms: number
  /**
   * In a publication with another catalogue than the one before: the score that the same findings had with that
   * catalogue.
   */
  readonly reweighed?: number | null
}

export type Score = { readonly lens: Lens; readonly catalogue: string; readonly themes: readonly ThemeScore[] }
