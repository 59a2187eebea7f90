import type { TokenCredential } from '@azure/identity';

/**
 * The credential with a deadline: the SDK waits for a token without looking at the deadline of the request that needs it.
 * A token that is late counts as an answer that was lost; it is kept by the SDK when it comes after all.
 */
export function timelyCredential(credential: TokenCredential, deadlineMs: number): TokenCredential {
  return {
    async getToken(scopes, options) {
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<never>((_resolve, reject) => {
        const error = new Error('token-too-slow');
        error.name = 'TimeoutError';
        timer = setTimeout(() => reject(error), deadlineMs);
      });
      try {
        return await Promise.race([credential.getToken(scopes, options), late]);
      } finally {
        clearTimeout(timer);
      }
    },
  };
}
