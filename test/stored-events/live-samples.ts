import { JOINT_SAMPLES } from './joint-samples';
import { RECORD_SAMPLES } from './record-samples';
import type { LiveSample } from './sample';
import { VALUE_SAMPLES } from './value-samples';

/** Every kind of the catalogue, in its order: what is taken, and the smallest wrong input with what it is refused with. */
export const LIVE_SAMPLES: Readonly<Record<string, LiveSample>> = {
  ...JOINT_SAMPLES,
  ...VALUE_SAMPLES,
  ...RECORD_SAMPLES,
};
