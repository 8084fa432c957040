import { Buffer } from 'buffer';

/** The rules of the proof are written with the buffers of Node: imported first, before any of them is loaded. */
globalThis.Buffer = Buffer;
