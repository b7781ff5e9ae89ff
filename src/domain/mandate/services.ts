/** What a resident can allow a helper (代办) to do; nothing else is ever done for somebody. */
export const MANDATE_SERVICES = ['benefits', 'code', 'requests', 'apply'] as const;
export type MandateService = (typeof MANDATE_SERVICES)[number];

export const SERVICE_WORDS: Readonly<
  Record<MandateService, { readonly title: string; readonly line: string }>
> = {
  benefits: { title: '看能享受什么', line: '能看到台账里的情况和结果' },
  code: { title: '出示帮扶码', line: '能打开您的帮扶码给人看' },
  requests: { title: '提更正和核实', line: '能替您向乡镇提出，不能替您签字' },
  apply: { title: '替我申请、补材料', line: '能替您填申请、交材料、看进度；不能替您评价' },
};

/** A mandate lasts half a year at most: who needs it longer confirms it again. */
export const MANDATE_DAYS = 180;
