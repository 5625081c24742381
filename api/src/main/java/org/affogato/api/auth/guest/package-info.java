/** Ways in for those without a session: signing up, a link by mail. */
@NullMarked
package org.affogato.api.auth.guest;

import org.jspecify.annotations.NullMarked;
