import { implement } from '@orpc/server';
import { contract } from '@/contract/api';
import type { Context } from '../context';
import { check } from './benefits/check';
import { policyDocument } from './policy/document';
import { documents } from './policy/documents';
import { pack } from './policy/pack';
import { regions } from './policy/regions';
import { scene } from './policy/scene';

const api = implement(contract).$context<Context>();

/** Contract path → handler; the compiler demands one for every procedure. */
export const router = api.router({
  policy: {
    regions: api.policy.regions.handler(({ context }) => regions(context)),
    pack: api.policy.pack.handler(({ input, context, errors }) => {
      const found = pack(context, input);
      if (!found) throw errors.RegionWithoutPack();
      return found;
    }),
    documents: api.policy.documents.handler(({ context }) => documents(context)),
    document: api.policy.document.handler(({ input, context, errors }) => {
      const found = policyDocument(context, input.id);
      if (!found) throw errors.UnknownDocument();
      return found;
    }),
    scene: api.policy.scene.handler(({ input, context, errors }) => {
      const found = scene(context, input.scene);
      if (!found) throw errors.UnknownScene();
      return found;
    }),
  },
  benefits: {
    check: api.benefits.check.handler(({ input, context, errors }) => {
      const result = check(context, input);
      if (!result) throw errors.RegionWithoutPack();
      return result;
    }),
  },
});
