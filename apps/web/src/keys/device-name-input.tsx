import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { MAX_DEVICE_LENGTH } from './limits';

interface DeviceNameInputProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** By what colleagues know the device that holds a key. */
export function DeviceNameInput({ value, onChange }: DeviceNameInputProps) {
  const { t } = useTranslation();
  return (
    <TextInput
      label={t('keys.device.name')}
      description={t('keys.device.name-help')}
      maxLength={MAX_DEVICE_LENGTH}
      value={value}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
      maw="32rem"
    />
  );
}
