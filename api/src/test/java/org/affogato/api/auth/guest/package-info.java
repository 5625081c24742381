/** Tests of guest over HTTP. */
@NullMarked
package org.affogato.api.auth.guest;

import org.jspecify.annotations.NullMarked;
