/** Tests of twofactor over HTTP. */
@NullMarked
package org.affogato.api.auth.twofactor;

import org.jspecify.annotations.NullMarked;
