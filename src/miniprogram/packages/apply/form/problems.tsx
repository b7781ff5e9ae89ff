import type { CallError } from '@/client/call';
import type { FormFile } from '@/client/form';
import { routes } from '@/client/routes';
import { Box, Button, Card, Notice, Problem, Row } from '@/ui';
import { copy } from './copy';
import type { Step } from './steps';

export interface OpenProblem {
  readonly id: string;
  readonly label: string;
  readonly message: string;
}

const labelOf = (step: Step) => (step.kind === 'question' ? step.question.label : step.paper.title);

/** Everything found here that keeps it from being sent: an open screen, a file that failed. */
export function problemsOf(
  steps: readonly Step[],
  problem: (step: Step) => string | null,
  failed: readonly FormFile[],
): readonly OpenProblem[] {
  return steps.flatMap((step): OpenProblem[] => {
    const broken = failed.filter(({ evidence }) => evidence === step.id).length;
    const message = problem(step) ?? (broken > 0 ? copy.check.failed(broken) : null);
    return message === null ? [] : [{ id: step.id, label: labelOf(step), message }];
  });
}

/** What the server found, under the screens it is about. */
export const toldOf = (steps: readonly Step[], error: CallError | null): readonly OpenProblem[] =>
  steps.flatMap((step) => {
    const told = error?.fields.find(({ path }) => path.split('.').includes(step.id));
    return told ? [{ id: step.id, label: labelOf(step), message: told.message }] : [];
  });

interface ProblemsProps {
  problems: readonly OpenProblem[];
  error: CallError | null;
  onChange: (step: string) => void;
}

/** What is still to be mended, each with the way to it; then why it was refused, with the way on. */
export function Problems({ problems, error, onChange }: ProblemsProps) {
  return (
    <>
      {problems.length > 0 && (
        <Box role="alert" live="assertive">
          <Card title={copy.check.problems(problems.length)}>
            {problems.map(({ id, label, message }) => (
              <Row
                key={id}
                icon="status-no"
                iconClass="ui-ink--no"
                title={label}
                line={message}
                note={copy.check.edit}
                onPress={() => onChange(id)}
              />
            ))}
          </Card>
        </Box>
      )}
      <Refused error={error} />
    </>
  );
}

function Refused({ error }: { error: CallError | null }) {
  if (error?.name === 'UnitNeeded') {
    const { title, line, button } = copy.check.unit;
    return (
      <Notice
        tone="ask"
        icon="flag"
        title={title}
        action={{ text: button, to: routes.service('unit-binding') }}
        inset
        live
      >
        {line}
      </Notice>
    );
  }
  return (
    <>
      <Problem error={error} line={error?.name === 'InvalidInput' ? error.fields[0]?.message : undefined} />
      {error?.name === 'AlreadyFiled' && (
        <Button kind="secondary" block to={routes.cases()}>
          {copy.check.already}
        </Button>
      )}
    </>
  );
}
