/** Labour brands (劳务品牌): a trade a place is known for; it trains its people and sends them out together. */

/** What a document wants to become a brand, and where. */
export interface BrandFocus {
  /** as the document calls it; it does not say which counties belong to it */
  readonly area: string;
  readonly trades: readonly string[];
  readonly document: string;
  readonly item: string;
  readonly quote: string;
}

/** One as the county has supplied it. What is left out was not supplied. */
export interface Brand {
  readonly id: string;
  readonly name: string;
  /** an invented one, for the demonstration alone */
  readonly sample: boolean;
  /** a unit's id */
  readonly unit: string;
  readonly what: string;
  /** where and what one learns for it */
  readonly trains?: string;
  /** where it sends people */
  readonly hires?: string;
  readonly phone?: string;
}

export interface BrandBook {
  readonly focus: readonly BrandFocus[];
  readonly brands: readonly Brand[];
}
