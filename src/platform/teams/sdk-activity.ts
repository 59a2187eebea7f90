import type { Activity } from 'botbuilder';
import type { InboundActivity } from './activity.ts';

/** The activity in the SDK's type: what we parsed and nothing else. */
export function toSdkActivity(activity: InboundActivity): Activity {
  // The SDK's type asks for fields that Teams does not always send and that the SDK does not read on these paths.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return structuredClone(activity) as unknown as Activity;
}
