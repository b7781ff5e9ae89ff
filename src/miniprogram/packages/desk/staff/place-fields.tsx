import { useCall } from '@/client/use-call';
import { Field } from '@/ui';
import { Select } from '@/ui/select';
import { copy } from './copy';
import type { RoleDraft, RoleProblems } from './role-draft';

interface PlaceFieldsProps {
  draft: RoleDraft;
  problems: RoleProblems;
  onChange: (patch: Partial<RoleDraft>) => void;
}

/** Township and village as the register writes them: chosen where it names any, else typed. */
export function PlaceFields({ draft, problems, onChange }: PlaceFieldsProps) {
  const { town, village, role } = draft;
  // which places there are; nobody's name comes with it before a village is chosen
  const { data } = useCall('visits.residents', town ? { town } : {});
  return (
    <>
      <PlaceField
        label={copy.town}
        names={data?.towns}
        value={town}
        error={problems.town}
        onChange={(next) => onChange({ town: next, village: '' })}
      />
      {role === 'village' && town !== '' && (
        <PlaceField
          label={copy.village}
          names={data?.villages}
          value={village}
          error={problems.village}
          onChange={(next) => onChange({ village: next })}
        />
      )}
    </>
  );
}

interface PlaceFieldProps {
  label: string;
  names: readonly string[] | undefined;
  value: string;
  error: string | undefined;
  onChange: (value: string) => void;
}

/** What the register leaves open stands in brackets, and is no place. */
const isPlace = (name: string) => !name.startsWith('（');

function PlaceField({ label, names, value, error, onChange }: PlaceFieldProps) {
  const places = names?.filter(isPlace) ?? [];
  if (names && places.length === 0) {
    return (
      <Field
        label={label}
        hint={copy.placeHint}
        value={value}
        error={error}
        maxLength={40}
        onChange={onChange}
      />
    );
  }
  // while they are read, what was chosen stays
  const all = value === '' || places.includes(value) ? places : [value, ...places];
  return (
    <Select
      label={label}
      value={value}
      options={all.map((name) => ({ value: name, label: name }))}
      placeholder={names ? undefined : copy.reading}
      error={error}
      onChange={onChange}
    />
  );
}
