import { useEffect, useRef, useState } from 'react';
import { Textarea } from '@mantine/core';
import { NameHint } from './name-hint';

/** A text that stays in the record for good: what may be the name of a person in it is pointed at. */
export function SaidText({
  label,
  description,
  isFirst = false,
  required,
  value,
  error,
  onChange,
}: {
  readonly label: string;
  readonly description?: string;
  /** One begins to type here. */
  readonly isFirst?: boolean;
  readonly required: boolean;
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (value: string) => void;
}) {
  const field = useRef<HTMLTextAreaElement>(null);
  const [kept, setKept] = useState<readonly string[]>([]);
  useEffect(() => {
    if (isFirst) field.current?.focus();
  }, [isFirst]);
  return (
    <div>
      <Textarea
        ref={field}
        label={label}
        description={description}
        required={required}
        autosize
        minRows={isFirst ? 3 : 1}
        maxRows={12}
        value={value}
        error={error}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      />
      <NameHint
        text={value}
        kept={kept}
        onSay={(changed) => {
          onChange(changed);
          field.current?.focus();
        }}
        onKeep={(name) => setKept([...kept, name])}
      />
    </div>
  );
}
