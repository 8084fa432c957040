import { del, get, set } from 'idb-keyval';

/** The key of this browser for one member of one relationship. Nothing can read the private key, only sign with it. */
export interface DeviceKey {
  /** 32 bytes of Ed25519 in hex. */
  readonly publicKey: string;
  readonly privateKey: CryptoKey;
}

/** Whose key it is. */
export interface KeyOwner {
  readonly relationship: string;
  readonly member: string;
}

const ALGORITHM = 'Ed25519';

/** Over plain HTTP a browser has no keys. */
export function maySign(): boolean {
  return window.isSecureContext;
}

const placeOf = ({ relationship, member }: KeyOwner): string[] => ['device-key', relationship, member];

export async function deviceKeyOf(owner: KeyOwner): Promise<DeviceKey | null> {
  return maySign() ? ((await get<DeviceKey>(placeOf(owner))) ?? null) : null;
}

/**
 * Draws a key and keeps it in this browser alone.
 *
 * @throws DOMException where the browser knows no Ed25519, or keeps nothing
 */
export async function drawDeviceKey(owner: KeyOwner): Promise<DeviceKey> {
  const pair = await crypto.subtle.generateKey(ALGORITHM, false, ['sign', 'verify']);
  const bytes = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey));
  const key = { publicKey: hexOf(bytes), privateKey: pair.privateKey };
  await set(placeOf(owner), key);
  // Whether the browser promises to keep it or not: a key that is lost is replaced by another.
  await navigator.storage.persist();
  return key;
}

export async function forgetDeviceKey(owner: KeyOwner): Promise<void> {
  await del(placeOf(owner));
}

/** The first 16 hex digits of the SHA-256 of its bytes: docs/signing.md. */
export async function keyIdOf(publicKey: string): Promise<string> {
  const bytes = Uint8Array.from(publicKey.match(/../g) ?? [], (digits) => Number.parseInt(digits, 16));
  return hexOf(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))).slice(0, 16);
}

export async function signWith({ privateKey }: DeviceKey, message: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.sign(ALGORITHM, privateKey, message));
}

function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
