import { InvalidJson, parseJson } from '@app/integrity';
import { invalid } from '../entry/shape';
import type { Source } from '../journal/lines';
import { Problem } from '../problems';
import { objectIn, objectsIn, textIn, wordIn, writtenIn, isObject, type At, type OcdsObject } from './fields';
import { MAX_PACKAGE_BYTES, MAX_RELEASES } from './limits';

/** One release of a contracting process, or what a record compiles of all of them. */
export interface Release extends At {
  readonly ocid: string;
  readonly id: string | undefined;
  /** `date`, as it is written. */
  readonly written: string;
  /** The same in milliseconds. */
  readonly instant: number;
  /** The day of it, in its own offset. */
  readonly day: string;
}

/** Tags in the order in which a process passes through them: of releases of the same time the earlier stands first. */
const TAGS = [
  'planning', 'planningUpdate', 'tender', 'tenderAmendment', 'tenderUpdate', 'tenderCancellation', 'award',
  'awardUpdate', 'awardCancellation', 'contract', 'contractUpdate', 'contractAmendment', 'implementation',
  'implementationUpdate', 'contractTermination', 'compiled',
]; // prettier-ignore

/** Of which a release has at least one; a release that only names itself is a link to one. */
const SECTIONS = ['planning', 'tender', 'awards', 'contracts', 'parties', 'buyer', 'bids'];

/**
 * The releases of an OCDS 1.0 or 1.1 release package or record package, by date, then by tag, then as they stand.
 *
 * @throws Problem where the file is no such package
 */
export async function readReleases(source: Source): Promise<readonly Release[]> {
  const whole: At = { value: await readPackage(source), path: '' };
  const version = whole.value['version'];
  if (version !== undefined && !(typeof version === 'string' && /^1\.[01](\.|$)/.test(version))) {
    throw invalid('version', '"1.0" or "1.1", the versions of OCDS that are taken');
  }
  const inPackage = whole.value['releases'] !== undefined;
  if (inPackage === (whole.value['records'] !== undefined)) throw noPackage(whole.value);
  const releases = (
    inPackage ? objectsIn(whole, 'releases') : objectsIn(whole, 'records').flatMap(releasesOfRecord)
  ).map((at) => release(at));
  if (releases.length > MAX_RELEASES) throw invalid('releases', `at most ${MAX_RELEASES}, not ${releases.length}`);
  const ranked = releases.map((each) => ({ each, rank: rankOf(each) }));
  return ranked.sort((a, b) => a.each.instant - b.each.instant || a.rank - b.rank).map(({ each }) => each);
}

function noPackage({ ocid, releases }: OcdsObject): Problem {
  const hint = ocid === undefined ? '' : '; this is one of them: put it into such a list';
  const what = releases === undefined ? 'releases (a release package) or records (a record package)' : 'one of both';
  return new Problem('invalid-entry', `releases: expected ${what}${hint}`, 'releases');
}

/** The releases of a record where it holds them, else what it compiles of them; nothing is fetched. */
function releasesOfRecord(record: At): readonly (At & { readonly ocid?: unknown })[] {
  const ocid = record.value['ocid'];
  const own = objectsIn(record, 'releases');
  const isWhole = ({ value }: At): boolean =>
    value['url'] === undefined && SECTIONS.some((name) => value[name] !== undefined);
  if (own.length > 0 && own.every(isWhole)) return own.map((at) => ({ ...at, ocid }));
  const compiled = objectIn(record, 'compiledRelease');
  if (compiled !== undefined) return [{ ...dated(compiled, own), ocid }];
  if (own.length === 0) throw invalid(`${record.path}.releases`, 'releases, or a compiledRelease beside them');
  throw invalid(`${record.path}.compiledRelease`, 'it, since releases are only linked and nothing is fetched');
}

/** A compiled release without a date is as old as the last release it is compiled of. */
function dated(compiled: At, releases: readonly At[]): At {
  if (compiled.value['date'] !== undefined) return compiled;
  const last = releases
    .map((at) => ({ date: at.value['date'], instant: writtenIn(at, 'date')?.instant ?? -Infinity }))
    .sort((a, b) => a.instant - b.instant)
    .at(-1);
  return { path: compiled.path, value: { ...compiled.value, date: last?.date } };
}

function release({ value, path, ocid: ofRecord }: At & { readonly ocid?: unknown }): Release {
  const at = { value, path };
  const ocid = wordIn(at, 'ocid') ?? wordIn({ value: { ocid: ofRecord }, path }, 'ocid');
  if (ocid === undefined) throw invalid(`${path}.ocid`, 'the id of the contracting process');
  if (ofRecord !== undefined && ofRecord !== ocid) throw invalid(`${path}.ocid`, 'the ocid of its record');
  const written = writtenIn(at, 'date');
  if (written === undefined)
    throw new Problem('invalid-date', `${path}.date: expected the date of the release`, `${path}.date`);
  return {
    value,
    path,
    ocid,
    id: wordIn(at, 'id'),
    written: textIn(at, 'date') ?? '',
    instant: written.instant,
    day: written.date,
  };
}

/** Of the last stage that it is tagged with; -1 where it has no tag that OCDS knows. */
function rankOf({ value }: Release): number {
  const tags: readonly unknown[] = Array.isArray(value['tag']) ? value['tag'] : [value['tag']];
  return Math.max(-1, ...tags.map((tag) => TAGS.indexOf(String(tag))));
}

async function readPackage(source: Source): Promise<OcdsObject> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of source()) {
    bytes += chunk.length;
    if (bytes > MAX_PACKAGE_BYTES) {
      throw new Problem('body-too-large', `a package of more than ${MAX_PACKAGE_BYTES} bytes is not taken; split it`);
    }
    chunks.push(chunk);
  }
  const text = decoded(Buffer.concat(chunks));
  try {
    const value = parseJson(text);
    if (!isObject(value)) throw new Problem('invalid-json', 'expected one JSON object, an OCDS package');
    return withAmountsAsWritten(text);
  } catch (error) {
    if (error instanceof InvalidJson) throw new Problem('invalid-json', error.message, error.path || undefined);
    throw error;
  }
}

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Problem('invalid-json', 'the text is not UTF-8');
  }
}

/** Numbers named `amount` become their own text: a float has not all their digits. */
function withAmountsAsWritten(text: string): OcdsObject {
  return JSON.parse(text, (name, value: unknown, context?: { readonly source?: string }) =>
    name === 'amount' && typeof value === 'number' ? (context?.source ?? String(value)) : value,
  ) as OcdsObject;
}
