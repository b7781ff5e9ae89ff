/** One entry a procedure: what goes in, what comes out, which named errors. */
import type { InferContractRouterInputs, InferContractRouterOutputs } from '@orpc/contract';
import { z } from 'zod';
import type { ServiceBook } from '@/domain/cases';
import {
  asOfProblem,
  FIRST_DAY,
  LAST_DAY,
  type Pack,
  type PolicyDocument,
  type PolicyDocumentMeta,
  type ScenePlace,
  type UnitChoice,
} from '@/domain/eligibility';
import type { LawBook } from '@/domain/wages/law';
import { errors, facts, procedure, regionCode } from './base';
import { brandsContract } from './brands';
import { casesContract } from './cases';
import { type CheckResult, checkResult } from './decision';
import { deskContract } from './desk';
import { filesContract } from './files';
import { handsContract } from './hands';
import { mandateContract, requestsContract, speechContract } from './helping';
import { identityContract } from './identity';
import { jobsContract } from './jobs';
import { messagesContract } from './messages';
import { newsContract } from './news';
import { noticesContract } from './notices';
import { papersContract } from './papers';
import { postingsContract } from './postings';
import { postsContract } from './posts';
import { codeContract, consentContract, factsContract, householdContract, privacyContract } from './resident';
import { sessionContract } from './session';
import { staffContract } from './staff';
import { stationsContract } from './stations';
import { trainingContract } from './training';
import { visitsContract } from './visits';
import { wagesContract } from './wages';
import { workContract } from './work';

/** Output that is built and validated when the policy book is loaded; checking it again on every request is waste. */
const built = <T>() => z.custom<T>((value) => typeof value === 'object' && value !== null);

/** The shape of an answer for the OpenAPI description, where it is not checked again at run time. */
function described<T extends object>(operation: T, schema: z.ZodType): T {
  const content = { 'application/json': { schema: z.toJSONSchema(schema) } };
  return { ...operation, responses: { 200: { description: 'OK', content } } };
}

const asOf = z
  .string()
  .superRefine((value, context) => {
    const problem = asOfProblem(value);
    const message = `a day from ${FIRST_DAY} to ${LAST_DAY}, like 2026-11-21`;
    if (problem) context.addIssue({ code: 'custom', message, params: { name: problem } });
  })
  .describe('YYYY-MM-DD; default: today in China');

const open = procedure.meta({ who: 'public' });

export const contract = {
  policy: {
    regions: open
      .route({ method: 'GET', path: '/policy/regions', summary: 'Places one can choose' })
      .input(z.strictObject({}).optional())
      .output(built<UnitChoice[]>()),
    pack: open
      .route({
        method: 'GET',
        path: '/policy/packs/{region}',
        summary: 'Everything needed to decide for one region',
      })
      .input(z.strictObject({ region: regionCode, hash: z.string().max(64).optional() }))
      .output(built<Pack | Unchanged>())
      .errors(errors('RegionWithoutPack')),
    services: open
      .route({
        method: 'GET',
        path: '/policy/services/{region}',
        summary: 'Everything one can apply for in one region: questions, papers, limits',
      })
      .input(z.strictObject({ region: regionCode, hash: z.string().max(64).optional() }))
      .output(built<ServiceBook | Unchanged>())
      .errors(errors('RegionWithoutPack')),
    law: open
      .route({
        method: 'GET',
        path: '/policy/law',
        summary: 'The law on unpaid wages: ways, payers, time limits, papers, each with its article',
      })
      .input(z.strictObject({ hash: z.string().max(64).optional() }).optional())
      .output(built<LawBook | Unchanged>()),
    documents: open
      .route({
        method: 'GET',
        path: '/policy/documents',
        summary: 'Every source document kept here, without its text',
      })
      .input(z.strictObject({}).optional())
      .output(built<ListedDocument[]>()),
    document: open
      .route({ method: 'GET', path: '/policy/documents/{id}', summary: 'A source document, word for word' })
      .input(z.strictObject({ id: z.string().max(64) }))
      .output(built<PolicyDocument>())
      .errors(errors('UnknownDocument')),
    scene: open
      .route({ method: 'GET', path: '/policy/scenes/{scene}', summary: 'Where a notice board QR code leads' })
      .input(z.strictObject({ scene: z.string().min(1).max(32) }))
      .output(built<ScenePlace>())
      .errors(errors('UnknownScene')),
  },
  benefits: {
    check: open
      .route({
        method: 'POST',
        path: '/benefits/check',
        summary: 'Decide every benefit for one person',
        spec: (operation) => described(operation, checkResult),
      })
      .input(z.strictObject({ region: regionCode.optional(), as_of: asOf.optional(), facts }))
      .output(built<CheckResult>())
      .errors(errors('RegionWithoutPack', 'DateOutOfRange')),
  },
  session: sessionContract,
  identity: identityContract,
  facts: factsContract,
  household: householdContract,
  code: codeContract,
  consent: consentContract,
  privacy: privacyContract,
  mandate: mandateContract,
  requests: requestsContract,
  speech: speechContract,
  papers: papersContract,
  files: filesContract,
  cases: casesContract,
  desk: deskContract,
  staff: staffContract,
  training: trainingContract,
  visits: visitsContract,
  news: newsContract,
  notices: noticesContract,
  messages: messagesContract,
  wages: wagesContract,
  work: workContract,
  hands: handsContract,
  posts: postsContract,
  jobs: jobsContract,
  stations: stationsContract,
  brands: brandsContract,
  postings: postingsContract,
};

/** A document and the region whose pack rests on it. */
export interface ListedDocument extends PolicyDocumentMeta {
  readonly region: string;
}

/** The pack or service book the caller holds is the current one. */
export interface Unchanged {
  readonly unchanged: true;
}

type Inputs = InferContractRouterInputs<typeof contract>;
type Outputs = InferContractRouterOutputs<typeof contract>;
type At<T, P extends string> = P extends `${infer A}.${infer B}`
  ? A extends keyof T
    ? B extends keyof T[A]
      ? T[A][B]
      : never
    : never
  : never;

/** `policy.pack`, `benefits.check` …: how a procedure is called through the function and `/api/call`. */
export type Path = { [A in keyof Inputs & string]: `${A}.${keyof Inputs[A] & string}` }[keyof Inputs &
  string];
export type InputOf<P extends Path> = At<Inputs, P>;
export type OutputOf<P extends Path> = At<Outputs, P>;
