/** Where one is helped with work: desks in villages, terminals, markets for day labour, stations in other provinces. */

export const STATION_KINDS = {
  service_point: { title: '就业服务窗口', line: '村（社区）里，有人办' },
  terminal: { title: '自助服务终端', line: '机器上自己查、自己办' },
  training_point: { title: '技能培训点', line: '学手艺的地方' },
  market: { title: '零工市场', line: '找按天、按件的活' },
  outstation: { title: '驻外农民工服务站', line: '在外省打工，遇到难处找它' },
} as const;
export type StationKind = keyof typeof STATION_KINDS;
export const STATION_KIND_NAMES = Object.keys(STATION_KINDS) as [StationKind, ...StationKind[]];

/** What a document says there is to be, and who runs it; where it stands, the county says. */
export interface NamedStation {
  readonly kind: StationKind;
  readonly document: string;
  readonly item: string;
  readonly quote: string;
  /** an office of the region; null: the document names nobody */
  readonly office: string | null;
}

/** One as the county has supplied it. What is left out was not supplied. */
export interface Station {
  readonly id: string;
  readonly kind: StationKind;
  readonly name: string;
  /** an invented one, for the demonstration alone */
  readonly sample: boolean;
  /** in the region: a unit's id */
  readonly unit?: string;
  readonly town?: string;
  readonly village?: string;
  /** of an outstation: where it is */
  readonly far?: { readonly province: string; readonly city?: string };
  readonly address?: string;
  readonly hours?: string;
  readonly phone?: string;
  readonly services: readonly string[];
  /** GCJ-02 */
  readonly point?: { readonly lat: number; readonly lng: number };
}

export interface StationBook {
  readonly named: readonly NamedStation[];
  readonly stations: readonly Station[];
}
