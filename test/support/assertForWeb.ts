// In the web build this is the npm package of that name, which has no part of its own for the strict assertions.
import assert from 'assert';

export default assert.strict;
