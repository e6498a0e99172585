import { describe, expect, it } from '@jest/globals';
import { GraphQLError } from 'graphql';
import { AuthenticationError, authenticationReasons, ForbiddenError } from './errors.js';

describe('errors', () => {
  it.each(Object.keys(authenticationReasons) as (keyof typeof authenticationReasons)[])(
    'says in both languages what to do when the token is %s',
    (reason) => {
      const error = new AuthenticationError(reason);
      expect(error).toBeInstanceOf(GraphQLError);
      expect(error.toJSON()).toEqual({
        message: authenticationReasons[reason].message,
        extensions: { code: 'UNAUTHENTICATED', messageLv: authenticationReasons[reason].messageLv, http: { status: 401 } },
      });
    },
  );

  it('names the action that a role lacks', () => {
    const error = new ForbiddenError('payment.prepare');
    expect(error).toBeInstanceOf(GraphQLError);
    expect(error.toJSON()).toEqual({
      message: 'Your role does not let you prepare a payment batch.',
      extensions: {
        code: 'FORBIDDEN',
        messageLv: 'Jūsu loma neļauj sagatavot izmaksu sarakstu.',
        action: 'payment.prepare',
        http: { status: 403 },
      },
    });
  });

  it('sends a good token at the wrong door to its own', () => {
    const { message, extensions } = ForbiddenError.audience('STAFF');
    expect(message).toBe('Your token does not open the staff graph. Use the endpoint of your own audience.');
    expect(extensions).toMatchObject({ code: 'FORBIDDEN', http: { status: 403 } });
    expect(extensions.messageLv).toMatch(/^Jūsu pilnvara neatver/);
  });
});
