/** The second factor: one-time passwords from an app or by mail. */
@NullMarked
package org.affogato.api.auth.twofactor;

import org.jspecify.annotations.NullMarked;
