/** Tests of password over HTTP. */
@NullMarked
package org.affogato.api.auth.password;

import org.jspecify.annotations.NullMarked;
