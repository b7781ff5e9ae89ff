/** The plan of whoever is on the screen: kept on this phone only. */

import { newId } from '@/client/new-id';
import {
  currentOwner,
  expectHeir,
  isOf,
  type Owner,
  onForgotten,
  onInherited,
  takeHeir,
  useOwner,
} from '@/client/owner';
import { isRecord, keptMany } from '@/client/storage';
import { createStore, useStore } from '@/client/store';
import type { PlanAnswers, PlanQuestion } from '@/domain/startup/plan';

interface OwnPlan extends Owner {
  readonly id: string;
  readonly answers: PlanAnswers;
}

const isPlan = (value: unknown): value is OwnPlan =>
  isRecord(value) && typeof value.id === 'string' && 'account' in value && isRecord(value.answers);
const keptPlans = keptMany('plan', 1, isPlan);

interface State {
  readonly plans: readonly OwnPlan[];
  /** the phone would not keep the last change */
  readonly full: boolean;
}
const plans = createStore<State>({ plans: keptPlans.all(), full: false });

function put(plan: OwnPlan): void {
  const others = plans.get().plans.filter(({ id }) => id !== plan.id);
  plans.set({ plans: [...others, plan], full: !keptPlans.write(plan.id, plan) });
}

function remove(id: string): void {
  keptPlans.remove(id);
  plans.set({ plans: plans.get().plans.filter((one) => one.id !== id), full: false });
}

const mine = (owner: Owner) => plans.get().plans.find((one) => isOf(one, owner));

export interface UsePlan {
  readonly answers: PlanAnswers;
  readonly kept: boolean;
  readonly write: (question: PlanQuestion, text: string) => void;
  readonly clear: () => void;
}

export function usePlan(): UsePlan {
  const owner = useOwner();
  const { full } = useStore(plans);
  return {
    answers: mine(owner)?.answers ?? {},
    kept: !full,
    write: (question, text) => {
      const now = currentOwner();
      const plan = mine(now) ?? { ...now, id: newId(), answers: {} };
      if (now.account === null) expectHeir('plan');
      put({ ...plan, answers: { ...plan.answers, [question]: text } });
    },
    clear: () => {
      const plan = mine(currentOwner());
      if (plan) remove(plan.id);
    },
  };
}

const inherit = (account: string): void => {
  for (const plan of plans.get().plans) if (plan.account === null) put({ ...plan, account });
};
// who signed in first while this page was not open comes before who is signed in now
const first = takeHeir('plan');
if (first !== null) inherit(first);
onInherited((account) => {
  takeHeir('plan');
  inherit(account);
});

onForgotten((gone) => {
  for (const plan of plans.get().plans) if (gone(plan)) remove(plan.id);
});
