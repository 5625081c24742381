/** Passwords: changed by their owner, reset by a mailed link, judged before they are taken. */
@NullMarked
package org.affogato.api.auth.password;

import org.jspecify.annotations.NullMarked;
