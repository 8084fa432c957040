import { useTranslation } from 'react-i18next';
import { ThingName } from '../frame/thing-name';
import { Wide } from '../frame/wide';
import { formatDate, formatMoney } from '../texts/format';
import type { Field, OwnField } from './corrections';
import { EffectMark } from './marks';
import type { Names } from './use-names';

const STRUCTURE_PX = 200;

interface FieldValueProps {
  readonly value: unknown;
  /** As the catalogue describes it; null where it does not. */
  readonly field: Field | null;
  readonly names: Names;
}

/** What a field holds, as people write it. */
export function FieldValue({ value, field, names }: FieldValueProps) {
  const { t } = useTranslation();
  if (value === null || value === undefined || value === '') return t('ledger.nothing');
  if (typeof value === 'boolean') return t(value ? 'ledger.yes' : 'ledger.no');
  if (isMoney(value)) return formatMoney(value);
  if (Array.isArray(value)) {
    return value.map((one: unknown, index) => (
      <span key={index}>
        {index > 0 && ', '}
        <FieldValue value={one} field={field} names={names} />
      </span>
    ));
  }
  if (isRating(value)) return `${names.factor(value.factor)}: ${t('ledger.level', { level: value.level })}`;
  if (typeof value === 'object') {
    return (
      <Wide label={field?.label ?? t('ledger.field')} maxHeightPx={STRUCTURE_PX}>
        <pre className="entry-structure">{JSON.stringify(value, null, 1)}</pre>
      </Wide>
    );
  }
  if (typeof value !== 'string' && typeof value !== 'number') return null;
  const word = String(value);
  switch (field?.type) {
    case 'choice':
      return field.labels?.[field.of?.indexOf(word) ?? -1] ?? sentenceCase(word);
    case 'date':
    case 'instant':
      return formatDate(word);
    case 'party':
      return names.party(word);
    case 'member':
      return names.post(word) ?? word;
    case 'id':
      return field.makers === undefined ? word : <ThingName field={field.name} id={word} />;
    case 'factors':
      return names.factor(Number(word));
    default:
      return word;
  }
}

/** What a field of the entry itself holds. */
export function OwnValue({
  name,
  value,
  names,
}: {
  readonly name: OwnField;
  readonly value: unknown;
  readonly names: Names;
}) {
  const { t } = useTranslation();
  if (value === null || value === undefined) return t('ledger.nothing');
  switch (name) {
    case 'effective':
      return formatDate(value as string);
    case 'factor':
      return names.factor(value as number);
    case 'sign':
      return <EffectMark entry={{ sign: value as '+', severity: null, level: null }} />;
    case 'severity':
      return t(`ledger.severity.${value as 'minor'}`);
    default:
      return <FieldValue value={value} field={null} names={names} />;
  }
}

/** A choice that the catalogue has no words for. */
function sentenceCase(choice: string): string {
  return choice.charAt(0).toUpperCase() + choice.slice(1).replaceAll('-', ' ');
}

function isMoney(value: unknown): value is { amount: string; currency: string } {
  return typeof value === 'object' && value !== null && 'amount' in value && 'currency' in value;
}

function isRating(value: unknown): value is { factor: number; level: number } {
  return typeof value === 'object' && value !== null && 'factor' in value && 'level' in value;
}
