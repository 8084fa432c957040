import type { MouseEvent, ReactNode } from 'react';
import { Anchor, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMutation } from '@tanstack/react-query';
import { client } from '../api/client';
import { ApiProblem } from '../api/api-problem';
import { fileAddress } from '../frame/file-address';
import { saveFile } from '../frame/save-file';
import { useView } from '../frame/use-view';

const NOT_HERE = 404;

/** A file of evidence, to be saved; where it is not stored here, that is said in its place. */
export function EvidenceFile({
  sha256,
  name,
  children,
}: {
  readonly sha256: string;
  /** It is saved under it. */
  readonly name: string;
  readonly children: ReactNode;
}) {
  const { t } = useTranslation();
  const { relationship } = useView();
  const save = useMutation({
    mutationFn: async () => {
      const { data } = await client.GET('/api/v1/relationships/{relationship}/files/{sha256}', {
        params: { path: { relationship, sha256 } },
        parseAs: 'blob',
      });
      saveFile(name, data as unknown as Blob);
    },
  });
  const isAway = save.error instanceof ApiProblem && save.error.status === NOT_HERE;
  const press = (event: MouseEvent): void => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <>
      <Anchor
        href={fileAddress(relationship, `files/${sha256}`, {})}
        download={name}
        inherit
        underline="always"
        onClick={press}
      >
        {children}
      </Anchor>
      {save.error !== null && (
        <Text span inherit role="alert">
          {' '}
          {t(isAway ? 'ledger.file-away' : 'ledger.file-failed')}
        </Text>
      )}
    </>
  );
}
