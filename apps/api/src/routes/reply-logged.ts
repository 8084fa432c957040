import type { FastifyReply } from 'fastify';
import type { Logged } from '@app/ledger';
import type { LoggedAnswer } from '../answers/logged.answer';

/** 201 with the address of what was logged; 200 where the same command came before. */
export function replyLogged(
  reply: FastifyReply,
  relationship: string,
  logged: Logged,
  location = entryAddress(relationship, logged.id),
): LoggedAnswer {
  const { id, revision, position, recorded, replayed } = logged;
  reply.status(replayed ? 200 : 201).header('location', location);
  return { id, revision, position, recorded, proof: proofAddress(relationship, id) };
}

/** Where the receipt of an entry is. */
export function proofAddress(relationship: string, entry: string): string {
  return `${entryAddress(relationship, entry)}/proof`;
}

function entryAddress(relationship: string, entry: string): string {
  return `/api/v1/relationships/${relationship}/entries/${encodeURIComponent(entry)}`;
}
