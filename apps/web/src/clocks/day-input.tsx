import { useEffect, useRef, useState, type ReactNode } from 'react';
import { TextInput } from '@mantine/core';
import { dayIn } from './clocks';

/** Browsers tell of years such as 0002 while 2026 is typed; no contract is as old. */
const FIRST_YEAR = '1900';

/**
 * A day that moves what is looked at. It is taken over when it is chosen, and where it is typed, when one leaves the field or
 * presses Enter: a browser tells of every digit. Escape leaves it as it was.
 */
export function DayInput({
  value,
  onDay,
  ...input
}: {
  readonly label: string;
  readonly description?: ReactNode;
  /** `YYYY-MM-DD`, or empty. */
  readonly value: string;
  /** With undefined where the field was emptied. */
  readonly onDay: (day: string | undefined) => void;
}) {
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState<string | null>(null);
  const isTyping = useRef(false);
  const take = (): void => {
    isTyping.current = false;
    setTyped(null);
    const given = field.current;
    if (given === null || given.value === value) return putBack();
    if (given.value === '' && !given.validity.badInput) return onDay(undefined);
    const day = contractDayIn(given.value);
    if (day === undefined) putBack();
    else onDay(day);
  };
  // What is half typed is not in the value of the field, and stays where that does not change.
  const putBack = (): void => {
    if (field.current === null) return;
    field.current.value = '';
    field.current.value = value;
  };
  // A menu that closes takes its field away before that is left.
  const leave = useRef((): void => undefined);
  useEffect(() => {
    leave.current = () => {
      const day = isTyping.current ? contractDayIn(typed ?? '') : undefined;
      if (day !== undefined && day !== value) onDay(day);
    };
  });
  useEffect(() => () => leave.current(), []);
  return (
    <TextInput
      {...input}
      ref={field}
      type="date"
      value={typed ?? value}
      onChange={({ currentTarget }) => {
        setTyped(currentTarget.value);
        if (!isTyping.current) take();
      }}
      onKeyDown={({ key }) => {
        if (key === 'Enter') take();
        else isTyping.current = key !== 'Escape';
      }}
      onPointerDown={() => {
        isTyping.current = false;
      }}
      onBlur={take}
    />
  );
}

function contractDayIn(value: string): string | undefined {
  const day = dayIn(value);
  return day !== undefined && day >= FIRST_YEAR ? day : undefined;
}
