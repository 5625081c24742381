/** The few pages that signing in needs: small, without a framework, light and dark. */
@NullMarked
package org.affogato.api.auth.page;

import org.jspecify.annotations.NullMarked;
